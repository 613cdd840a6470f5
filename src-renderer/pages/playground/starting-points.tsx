import { UnstyledButton } from '@mantine/core';
import { Link } from 'react-router';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { findStartingPoints } from './find-starting-points.ts';
import { useOffered } from './setup/use-offered.ts';
import classes from './playground.module.css';

interface Props {
  readonly setup: ConversationSetup;
  readonly onChoose: (prompt: string) => void;
}

/** What an empty conversation is for, and what can be asked here. */
export function StartingPoints({ setup: { endpointId, as }, onChoose }: Props) {
  const { offered } = useOffered(endpointId, as);
  const points = findStartingPoints(offered?.tools ?? []);
  return (
    <div className={classes['points']}>
      <h2>Ask a model that has the desk’s tools</h2>
      <p className={classes['note']}>
        You see every call with its arguments, its result and the rows that it changes. Calls that change something wait
        until you approve them, unless the set-up says otherwise. They are real: what you approve is done.
      </p>
      {offered?.tools.length === 0 && (
        <p>
          This endpoint offers no tools to whom you act as. Choose another one in the set-up, or{' '}
          <Link to="/mcp-endpoint#tools">choose its tools</Link>.
        </p>
      )}
      {points.length > 0 && (
        <ul aria-label="Starting points">
          {points.map((prompt) => (
            <li key={prompt}>
              <UnstyledButton className={classes['point'] ?? ''} onClick={() => onChoose(prompt)}>
                {prompt}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
