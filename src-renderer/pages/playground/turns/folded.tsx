import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUnfolded } from '../use-unfolded.ts';
import classes from './turns.module.css';

interface Props {
  /** What it is remembered under. */
  readonly name: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** One quiet line, which unfolds in place. */
export function Folded({ name, title, children }: Props) {
  const [unfolded, setUnfolded] = useUnfolded(name, false);
  return (
    <div className={classes['folded']}>
      <button type="button" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        {title}
      </button>
      {unfolded && <div className={classes['unfolded']}>{children}</div>}
    </div>
  );
}
