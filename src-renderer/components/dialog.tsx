import { Modal, type ModalProps } from '@mantine/core';
import { useEffect } from 'react';

/** A dialogue that is there for as long as it is rendered. Then what opened it has the focus again, if it is still there. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useEffect(() => {
    const opener = findOpener();
    return () => opener?.focus({ preventScroll: true });
  }, []);
  return <Modal opened {...props} />;
}

/** What has the focus. An entry of a menu goes away with its menu, so for that it is the button that opened the menu. */
function findOpener(): HTMLElement | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  if (menu) return document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return focused instanceof HTMLElement ? focused : null;
}
