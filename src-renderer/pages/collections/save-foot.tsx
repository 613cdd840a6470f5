import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { describeError } from '../../components/describe-error.ts';
import { SaveBar } from '../../components/form/save-bar.tsx';
import type { Saving } from '../../components/form/use-saving.ts';
import { DifferenceView } from './difference-view.tsx';
import type { CollectionForm } from './use-collection-form.ts';
import type { Asking } from './use-collection-saving.ts';
import classes from './collections.module.css';

interface Props {
  readonly form: CollectionForm;
  readonly saving: Saving;
  readonly asking: Asking | undefined;
  /** How many tools are turned on, off or described differently. */
  readonly changedTools: number;
}

function describeQuestion(asking: Asking | undefined): string {
  const count = asking?.difference.connectedClients ?? 0;
  return `Save for ${count === 1 ? '1 connected client' : `${count} connected clients`}?`;
}

/** Stands below the page: what is unsaved, what saving it does to clients, and the question before it does. */
export function SaveFoot({ form, saving, asking, changedTools }: Props) {
  const [isSpread, setSpread] = useState(false);
  const { draft, difference, refusal, valid } = form;
  const isUnsaved = draft.changed.length > 0;
  const labels = { ...form.labels, tools: changedTools === 1 ? '1 tool' : `${changedTools} tools` };
  const problem = Object.values(form.problems).find((sentence) => sentence !== undefined);
  const refused = refusal !== null && refusal !== undefined ? describeError(refusal).sentence : undefined;
  return (
    <div className={classes['foot']}>
      {isUnsaved && isSpread && difference !== undefined && (
        <div className={classes['spread']} tabIndex={0} role="group" aria-label="What clients see change">
          <DifferenceView difference={difference} />
        </div>
      )}
      <SaveBar
        draft={draft}
        saving={saving}
        labels={labels}
        valid={valid}
        note={problem ?? refused ?? (difference && `When saved: ${difference.message}`)}
        actions={
          difference !== undefined && (
            <Button variant="subtle" aria-expanded={isSpread} onClick={() => setSpread(!isSpread)}>
              {isSpread ? 'Hide the difference' : 'Show the difference'}
            </Button>
          )
        }
      />
      <Modal
        opened={asking !== undefined}
        onClose={() => asking?.answer(false)}
        title={describeQuestion(asking)}
        size="lg"
        returnFocus
      >
        {asking !== undefined && (
          <>
            <p className={classes['asked']}>{asking.difference.message}</p>
            <DifferenceView difference={asking.difference} />
            <div className={classes['asked-foot']}>
              <Button variant="default" onClick={() => asking.answer(false)}>
                Go on editing
              </Button>
              <Button data-autofocus onClick={() => asking.answer(true)}>
                Save
              </Button>
            </div>
          </>
        )}
      </Modal>
    </div>
  );
}
