import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import { Dialog } from '../dialog.tsx';
import { AbilityParameters } from './ability-parameters.tsx';
import { AbilityResult } from './ability-result.tsx';
import { startAbility, stopAbility, useAbilityRuns } from './ability-runs.ts';
import classes from './ability.module.css';

interface Props {
  readonly stored: AbilityView;
  readonly ticketId: number;
  readonly onClose: () => void;
}

/** An ability on a ticket. One that asks for nothing begins at once; closing it stops it. */
export function AbilityDialog({ stored: { id, ability }, ticketId, onClose }: Props) {
  const key = `ticket/${ticketId}/${id}`;
  const [parameters, setParameters] = useState<Readonly<Record<string, string>>>({});
  const run = useAbilityRuns(({ runs }) => runs[key]);
  const isRunning = run?.state === 'running';
  const asks = ability.parameters.length > 0;
  const lacks = ability.parameters.some(
    ({ name, fallback }) => fallback === '' && (parameters[name] ?? '').trim() === '',
  );
  const start = (): void => void startAbility(key, { ability, ticketId, parameters });
  const close = (): void => {
    stopAbility(key);
    onClose();
  };
  useEffect(() => {
    if (!asks && useAbilityRuns.getState().runs[key] === undefined) {
      void startAbility(key, { ability, ticketId, parameters: {} });
    }
  }, [asks, key, ability, ticketId]);
  return (
    <Dialog onClose={close} title={ability.name} size="lg">
      <div className={classes['result']}>
        <p className={classes['about']}>{ability.about}</p>
        <AbilityParameters parameters={ability.parameters} values={parameters} onChange={setParameters} />
        <div className={classes['buttons']}>
          {isRunning ? (
            <Button variant="default" onClick={() => stopAbility(key)}>
              Stop
            </Button>
          ) : (
            <Button variant={run === undefined ? 'filled' : 'default'} disabled={lacks} onClick={start}>
              {run === undefined ? 'Run' : 'Run again'}
            </Button>
          )}
        </div>
        {run !== undefined && <AbilityResult run={run} />}
      </div>
    </Dialog>
  );
}
