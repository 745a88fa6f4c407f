// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "c25844d53797cb46";
const FILES = ["./","./assets/ar-D4jWDKfZ.js","./assets/de-CsBYCM1U.js","./assets/ed25519-Q5V3tQWq.js","./assets/es-CkX7xKXM.js","./assets/fr-BaVBNPtn.js","./assets/index-DABifWMX.js","./assets/index-XQLzxRM-.css","./assets/jsQR-DMfxOdIb.js","./assets/picture-9fFozwPe.js","./assets/reader-M0nqa2nX.js","./assets/rolldown-runtime-XKyaHtl9.js","./assets/scan-DUZNfXxZ.js","./assets/standards-BLbRZlZu.js","./assets/standing-DU3P-HLN.js","./assets/summary-CET_sXpu.js","./assets/zh-DdK32eEF.js"];

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
