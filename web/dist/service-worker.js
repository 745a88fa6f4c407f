// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "69c09f0621765e74";
const FILES = ["./","./assets/ar-_lXZH_eG.js","./assets/de-BGXo9U2m.js","./assets/ed25519-CifoJg_n.js","./assets/es-Be4Q3lVn.js","./assets/fr-B9Nx_byw.js","./assets/index-B6PEKvg0.js","./assets/index-DAIxonIH.css","./assets/jsQR-CF57tU8-.js","./assets/picture-Dq_egare.js","./assets/reader-BP8XFmNE.js","./assets/scan-kkEOBkBL.js","./assets/standards-CROQboNL.js","./assets/zh-Bu73E-JD.js","./trusted-issuers.json"];

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
