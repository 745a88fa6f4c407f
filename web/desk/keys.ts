/** How a patient's code begins when a scanner types it. */
const BEGIN = "pocketchart:/";
/** Milliseconds after which what was typed is no longer of one code. */
const PAUSE_MS = 1000;

/**
 * Hears keys that are pressed outside of fields: those of one letter, and a scanner that types a code. `press` says whether the key did
 * something: then it is not typed as well.
 */
export function listen(press: (key: string) => boolean, scanned: (code: string) => void): void {
  let typed = "";
  let last = 0;
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isField(target)) {
      typed = "";
      if (key === "Escape" && !event.isComposing) {
        // What was typed stays; the keys of the desk are heard again.
        (target as HTMLElement).blur();
      }
      return;
    }
    if (event.timeStamp - last > PAUSE_MS) {
      typed = "";
    }
    last = event.timeStamp;
    if (key === "Enter" && typed.toLowerCase().startsWith(BEGIN)) {
      event.preventDefault();
      scanned(typed);
      typed = "";
    } else if (key.length === 1) {
      typed = isOfCode(typed + key) ? typed + key : isOfCode(key) ? key : "";
      // The first letter of a code is no key of the desk.
      if (typed.length <= 1 && press(key)) {
        event.preventDefault();
      }
    } else if (key === "Escape") {
      press(key);
    }
  });
}

/** Whether what was typed may be a code, or the beginning of one. */
function isOfCode(text: string): boolean {
  const low = text.toLowerCase();
  return low.length < BEGIN.length ? BEGIN.startsWith(low) : low.startsWith(BEGIN);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
