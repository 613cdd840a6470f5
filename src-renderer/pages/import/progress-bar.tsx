import { Progress } from '@mantine/core';
import classes from './import.module.css';

interface Props {
  readonly label: string;
  readonly done: number;
  readonly of: number;
}

export function ProgressBar({ label, done, of }: Props) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return <Progress className={classes['progress'] ?? ''} aria-label={label} value={Math.floor(share * 1000) / 10} />;
}
