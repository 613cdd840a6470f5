import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './turns.module.css';

interface Props {
  readonly icon: LucideIcon;
  readonly title?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A quiet button. There are several in every turn, so it is made of nothing but itself. */
export function TurnAction({ icon: Icon, title, disabled, onClick, children }: Props) {
  return (
    <button type="button" className={classes['action']} title={title} disabled={disabled} onClick={onClick}>
      <Icon size={12} aria-hidden />
      {children}
    </button>
  );
}
