// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "13c901099b6ccad3";
const FILES = ["./","./assets/ar-DX7AC8eF.js","./assets/de-CPzCJFwM.js","./assets/ed25519-CifoJg_n.js","./assets/es-DFS44SJk.js","./assets/fr-C92KeIGn.js","./assets/index-CfVF2OSZ.css","./assets/index-DLRTKs1V.js","./assets/jsQR-CV4irPyD.js","./assets/picture-B7HZnm-0.js","./assets/reader-DFI-5qcH.js","./assets/scan-D7zgze1E.js","./assets/standards-ByqzPJ-J.js","./assets/zh-DEj1eqWt.js"];

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
