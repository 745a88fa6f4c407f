import { App } from "./app.ts";
import { preferred } from "./language/language.ts";
import { Problem } from "./problem.ts";
import { keepShell } from "./shell.ts";
import { unfoldForPrint } from "./view/print.ts";

const root = document.getElementById("page")!;
const app = new App(root, preferred(navigator.languages));
unfoldForPrint(root);

/** Reads the code behind `#`, and takes it out of the address and the history. */
function readAddress(): void {
  const address = location.href;
  if (location.hash.length > 1) {
    history.replaceState(null, "", location.pathname + location.search);
    void app.openText(address);
  } else {
    app.start();
  }
}

if (isSecureContext) {
  addEventListener("hashchange", readAddress);
  readAddress();
  keepShell();
} else {
  app.start(new Problem("pageInsecure"));
}
