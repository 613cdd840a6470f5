/** How long after the last touch somebody is taken to be there, in milliseconds. */
const patience = 60_000;

let lastTouch = Date.now();

for (const touch of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
  addEventListener(touch, () => (lastTouch = Date.now()), { passive: true, capture: true });
}

/** Whether somebody sits before this page; what it reads by itself must not keep it signed in. */
export function isAttended(): boolean {
  return Date.now() - lastTouch < patience;
}
