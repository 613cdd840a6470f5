/** From now on, whenever what had the focus is taken away, gives it to the open dialogue or else to the page. */
export function keepFocus(): void {
  let last: Element | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target;
  });
  const mend = (): void => {
    if (document.activeElement !== document.body) return;
    const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"][aria-modal="true"]')].at(-1);
    (dialog ?? document.getElementById('content'))?.focus({ preventScroll: true });
  };
  new MutationObserver(() => {
    if (last === undefined || last.isConnected) return;
    last = undefined;
    // Whoever took it away goes first: a dialogue gives the focus back ten milliseconds after it closed.
    setTimeout(mend, 20);
  }).observe(document.body, { childList: true, subtree: true });
}
