// Keeps the page itself for use without a network, and nothing else: no answer of any other address, and nothing that was read.

const CACHE = "shell-" + "78887d63d917e7dd";
const FILES = ["./","./assets/ar-B95dWEDm.js","./assets/de-DodP9mMz.js","./assets/ed25519-Q5V3tQWq.js","./assets/es-ICBklMgL.js","./assets/fr-RlzN5lPL.js","./assets/index-DPRhF28c.js","./assets/index-XQLzxRM-.css","./assets/jsQR-DMfxOdIb.js","./assets/picture-Ci_p5bcv.js","./assets/reader-8d6HTr8L.js","./assets/rolldown-runtime-XKyaHtl9.js","./assets/scan-CVoCWb-b.js","./assets/standards-D_jTs_LB.js","./assets/standing-D_JRHtED.js","./assets/summary-DMaimn3F.js","./assets/zh-Cpee5I6Z.js"];

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
