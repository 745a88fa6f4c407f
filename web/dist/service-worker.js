// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "26151d67d5543d70";
const FILES = ["./","./assets/ar-DXOUzylZ.js","./assets/de-Bf2EpSa6.js","./assets/ed25519-CifoJg_n.js","./assets/es-WjJ8azUW.js","./assets/fr-BbFzcoDF.js","./assets/index-CFhcpPyM.js","./assets/index-DuhJ7SpS.css","./assets/jsQR-Cj23WOET.js","./assets/picture-DIfqTQdO.js","./assets/reader-C1cp7vLw.js","./assets/scan-C4bSsC7U.js","./assets/standards-DJk7sSsp.js","./assets/zh-Y1nTDn1E.js"];

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
