/** What is folded on the screen stands open on paper. */
export function unfoldForPrint(root: HTMLElement): void {
  addEventListener("beforeprint", () => {
    for (const details of root.querySelectorAll("details")) {
      details.open = true;
    }
  });
}
