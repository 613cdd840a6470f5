import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Maximize2, X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './side-panel.module.css';

interface Props {
  readonly title: ReactNode;
  /** The whole page of the record. */
  readonly page?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly label: string;
}

/** A record beside its list. Escape closes it, and the focus goes back to the list. */
export function SidePanel({ title, page, onClose, children, label }: Props) {
  const panel = useRef<HTMLElement>(null);
  const close = (): void => {
    if (panel.current?.contains(document.activeElement)) {
      panel.current.parentElement?.querySelector<HTMLElement>('[data-list]')?.focus({ preventScroll: true });
    }
    onClose();
  };
  useHotkeys([
    [
      'Escape',
      ({ target }) => {
        // A dialogue over the page is closed first, by itself.
        if (!(target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null)) close();
      },
    ],
  ]);
  useEffect(() => {
    const { current } = panel;
    // In a narrow window it covers the list, and the focus must not stay below it.
    if (current === null || getComputedStyle(current).position !== 'absolute') return;
    if (document.activeElement?.matches('[data-list]')) current.querySelector<HTMLElement>('a, button')?.focus();
  }, []);
  return (
    <aside ref={panel} className={classes['panel']} aria-label={label}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>
          {page === undefined ? (
            <span className="one-line">{title}</span>
          ) : (
            <Link to={page} className="one-line">
              {title}
            </Link>
          )}
        </h2>
        {page !== undefined && (
          <Tooltip label="Whole page (Enter)">
            <ActionIcon component={Link} to={page} aria-label="Whole page">
              <Maximize2 size={14} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label="Close (Esc)">
          <ActionIcon aria-label="Close" onClick={close}>
            <X size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes['content']} tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </aside>
  );
}
