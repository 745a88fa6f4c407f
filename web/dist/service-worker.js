// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "1934fe61d104212c";
const FILES = ["./","./assets/ar-DstuNylI.js","./assets/de-BBdt5izp.js","./assets/ed25519-Q5V3tQWq.js","./assets/es-CEJ469tY.js","./assets/fr-kiD0zW2y.js","./assets/index-BGUNDs1J.css","./assets/index-C5dzXN_-.js","./assets/jsQR-DMfxOdIb.js","./assets/picture-B0EzqRff.js","./assets/reader-5kCwydMa.js","./assets/rolldown-runtime-XKyaHtl9.js","./assets/scan-9Cb2c0MV.js","./assets/standards-DQQMaWIT.js","./assets/standing-MtmsQzHl.js","./assets/summary-DU7l15uA.js","./assets/zh-BPmg-s1k.js"];

self.addEventListener("install", (event) => {
  const kept = caches.open(CACHE).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name !== CACHE));
  event.waitUntil(old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) {
    return;
  }
  const wanted = request.mode === "navigate" ? "./" : request;
  event.respondWith(
    caches
      .open(CACHE)
      .then((cache) => cache.match(wanted))
      .then((kept) => kept ?? fetch(request)),
  );
});
