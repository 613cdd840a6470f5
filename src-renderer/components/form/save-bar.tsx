import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { describeError } from '../describe-error.ts';
import { modifierKey } from '../modifier-key.ts';
import type { FormDraft } from './use-draft.ts';
import type { Saving } from './use-saving.ts';
import classes from './form.module.css';

interface Props<Values> {
  readonly draft: FormDraft<Values>;
  readonly saving: Saving;
  /** What the changed fields are called on the page. */
  readonly labels: Readonly<Record<keyof Values & string, string>>;
  readonly valid?: boolean;
  /** What there is to know before saving. */
  readonly note?: ReactNode;
  /** Further buttons, before the usual ones. */
  readonly actions?: ReactNode;
}

/** Stands at the foot of a form while it has unsaved changes. */
export function SaveBar<Values>({ draft, saving, labels, valid = true, note, actions }: Props<Values>) {
  const { error, conflict } = saving;
  if (draft.changed.length === 0) {
    return (
      <div role="status" className={classes['saved']}>
        {saving.saved && 'Saved.'}
      </div>
    );
  }
  return (
    <div className={classes['save-bar']} role="group" aria-label="Unsaved changes">
      <div className={classes['save-words']}>
        <strong>Unsaved:</strong> {draft.changed.map((name) => labels[name]).join(', ')}
        {note !== undefined && <div role="status">{note}</div>}
        {error !== null && (
          <div role="alert" className={classes['save-error']}>
            {describeError(error).sentence}
          </div>
        )}
      </div>
      {actions}
      <Button variant="default" onClick={draft.discard} disabled={saving.saving}>
        Discard
      </Button>
      {conflict && (
        <Button variant="default" onClick={() => saving.save({ overwrite: true })}>
          Save mine anyway
        </Button>
      )}
      <Button onClick={() => saving.save()} loading={saving.saving} disabled={!valid} title={`${modifierKey}+S`}>
        Save
      </Button>
    </div>
  );
}
