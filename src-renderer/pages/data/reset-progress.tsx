import { Button, Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { dismissReset, type Reset } from './reset-state.ts';
import classes from './data.module.css';
import { formatNumber } from '../../components/format-number.ts';

/** How a reset goes, and what came of it until it is dismissed. */
export function ResetProgress({ reset }: { readonly reset: Exclude<Reset, { kind: 'none' }> }) {
  switch (reset.kind) {
    case 'running':
      return <Running since={reset.since} />;
    case 'failed':
      return <ErrorState error={reset.error} what="The desk was not reset and is as it was" />;
    case 'done': {
      const { tickets, brokenApplications } = reset.outcome;
      return (
        <div role="status" className={classes['outcome']}>
          <StateBadge state="good">{reset.to === 'demo' ? 'The demo desk is here' : 'The desk is empty'}</StateBadge>
          {tickets > 0 && (
            <p>
              It has {formatNumber(tickets)} tickets. <Link to="/tickets">Open the tickets</Link>
            </p>
          )}
          {brokenApplications.length > 0 && (
            <p>
              Refused until given somebody of this desk:{' '}
              <span className="foreign">{brokenApplications.join(', ')}</span>.{' '}
              <Link to="/applications">Open the applications</Link>
            </p>
          )}
          <Dismiss />
        </div>
      );
    }
  }
}

function Dismiss() {
  return (
    <Button variant="default" onClick={dismissReset}>
      Dismiss
    </Button>
  );
}

/** It is one transaction, all or nothing, so there is no part of it to count. */
function Running({ since }: { readonly since: number }) {
  const [now, setNow] = useState(since);
  const box = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone.
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(clock);
  }, []);
  return (
    <div role="status" className={classes['outcome']} tabIndex={-1} ref={box}>
      <p className={classes['running']}>
        <Loader size={14} aria-hidden />
        <span>Replacing the desk, all of it or nothing. This takes a few seconds, in which calls have to wait.</span>
        <span aria-hidden className={classes['dim']}>
          {Math.floor((now - since) / 1000)} s
        </span>
      </p>
    </div>
  );
}
