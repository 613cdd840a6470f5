import { Loader } from '@mantine/core';
import classes from './import.module.css';

/** Says that the file is being read, once that takes longer than a moment. */
export function ReadingNote() {
  return (
    <div role="status" className={classes['reading']}>
      <Loader size={14} aria-hidden />
      <span>Reading the file</span>
    </div>
  );
}
