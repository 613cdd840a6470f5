import { Button } from '@mantine/core';
import { describeError } from './describe-error.ts';
import classes from './states.module.css';

interface Props {
  readonly error: unknown;
  /** What could not be done, as the beginning of a sentence. */
  readonly what: string;
  readonly onRetry?: () => void;
}

export function ErrorState({ error, what, onRetry }: Props) {
  const { sentence, technical } = describeError(error);
  return (
    <div className={classes['state']} role="alert">
      <h2>{what}</h2>
      <p className="foreign">{sentence}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
      {technical !== undefined && (
        <details>
          <summary>Technical text</summary>
          <pre className="foreign">{technical}</pre>
        </details>
      )}
    </div>
  );
}
