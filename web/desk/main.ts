import { App } from "./app.ts";
import { preferred } from "./language.ts";

const root = document.getElementById("page")!;
void new App(root, preferred(navigator.languages)).start();

// What was shown is not brought back by the browser's button "back".
addEventListener("pagehide", () => root.replaceChildren());
addEventListener("pageshow", (event) => event.persisted && location.reload());
