/** Gives the focus to the page when a dialogue closed and whatever had it before is gone. */
export function keepFocus(): void {
  // The dialogue itself tries first, ten milliseconds after it closed.
  setTimeout(() => {
    if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
  }, 20);
}
