import { Button } from '@mantine/core';
import { ErrorState } from '../../components/error-state.tsx';
import classes from './import.module.css';

interface Props {
  readonly error: unknown;
  /** It was to be read in another way than the one that was found out. */
  readonly isChanged: boolean;
  readonly onForget: () => void;
  readonly onLeave: () => void;
}

export function UnreadableFile({ error, isChanged, onForget, onLeave }: Props) {
  return (
    <>
      <ErrorState error={error} what="The file could not be read" />
      <div className={classes['after-error']}>
        {isChanged && (
          <Button variant="default" onClick={onForget}>
            Read it as it was found out
          </Button>
        )}
        <Button onClick={onLeave}>Choose another file</Button>
      </div>
    </>
  );
}
