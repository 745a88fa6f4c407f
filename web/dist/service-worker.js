// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "2d5b74e37dfb9654";
const FILES = ["./","./assets/ar-CaPLBtI7.js","./assets/de-Cry9cvbg.js","./assets/ed25519-Q5V3tQWq.js","./assets/es-CvWlATe9.js","./assets/fr-DR6wODCp.js","./assets/index-D4danMUw.js","./assets/index-XQLzxRM-.css","./assets/jsQR-DMfxOdIb.js","./assets/picture-BxUwh9e9.js","./assets/reader-D5U541rg.js","./assets/rolldown-runtime-XKyaHtl9.js","./assets/scan-Db7-c6Nn.js","./assets/standards-CwKz3Od6.js","./assets/standing-3UmXvC1G.js","./assets/summary-B810NaEh.js","./assets/zh-BPbL9b8e.js"];

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
