interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): string };
}

const WORKER = "./service-worker.js";

/** Lets the browser keep the page itself, for when there is no network. */
export function keepShell(): void {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) {
    return;
  }
  // The only script address that this page makes.
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("shell", { createScriptURL: () => WORKER });
  const address = policy?.createScriptURL(WORKER) ?? WORKER;
  addEventListener("load", () => void navigator.serviceWorker.register(address).catch(() => undefined));
}
