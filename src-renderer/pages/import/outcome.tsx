import { useEffect, useRef, type ReactNode } from 'react';
import classes from './import.module.css';

interface Props {
  /** The button that began it is gone, and had the focus. */
  readonly takesFocus?: true;
  readonly children: ReactNode;
}

/** The box of what goes on, or of what came of it. */
export function Outcome({ takesFocus, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus === true) box.current?.focus();
  }, [takesFocus]);
  return (
    <div className={classes['outcome']} tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}
