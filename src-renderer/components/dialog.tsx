import { Modal, type ModalProps } from '@mantine/core';
import { useEffect } from 'react';
import { keepFocus } from '../theme/keep-focus.ts';

/** A dialogue that is there for as long as it is rendered. Then whatever had the focus before has it again, or the page. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      keepFocus();
    };
  }, []);
  return <Modal opened {...props} />;
}
