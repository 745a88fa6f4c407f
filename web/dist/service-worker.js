// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "ea814250198cd922";
const FILES = ["./","./assets/ar-BlMUOOCH.js","./assets/de-BFGIwh-u.js","./assets/ed25519-CifoJg_n.js","./assets/es-2YT5TPf8.js","./assets/fr-l1-hP7_A.js","./assets/index-C61Y9pop.js","./assets/index-aYFGOrA6.css","./assets/jsQR-B_ZUXybb.js","./assets/picture-DujWwXvF.js","./assets/reader-Ru_dNrEQ.js","./assets/scan-B9B933oU.js","./assets/standards-DxPe8sZK.js","./assets/zh-C8Cc5idd.js"];

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
