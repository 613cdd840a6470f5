const isApple = /mac|iphone|ipad/i.test(navigator.platform);

/** What the key of most shortcuts is called on this machine. */
export const modifierKey = isApple ? '⌘' : 'Ctrl';
