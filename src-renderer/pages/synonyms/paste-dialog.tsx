import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import { formatNumber } from '../../components/format-number.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { readGroups, type ReadGroups } from './read-groups.ts';
import type { GroupRow } from './group-rows.ts';
import classes from './synonyms.module.css';

interface Props {
  readonly rows: readonly GroupRow[];
  readonly onTake: (groups: ReadGroups, deleteOthers: boolean) => void;
  readonly onClose: () => void;
}

const mostShown = 50;
export const pastedDraft = 'synonyms/paste';
const nothing = { text: '', deleteOthers: false };

/** Takes groups from text, one a line. They are unsaved then, like groups that were typed. */
export function PasteDialog({ rows, onTake, onClose }: Props) {
  const { values, set, discard } = useDraft(pastedDraft, nothing);
  const { text, deleteOthers } = values;
  const read = useMemo(() => readGroups(text, rows), [text, rows]);
  const { fresh, refused, others } = read;
  const deleted = deleteOthers ? others.length : 0;
  return (
    <form
      className={classes['dialog']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onTake(read, deleteOthers);
        discard();
      }}
    >
      <Textarea
        label="One group a line"
        description="Words separated by commas, semicolons or tabs. Empty lines and lines that begin with # say nothing."
        placeholder={'laptop, notebook, portable computer\nVPN, remote access'}
        data-autofocus
        minRows={8}
        maxRows={14}
        value={text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div role="status">{describeRead(read)}</div>
      {refused.length > 0 && (
        <ul className={classes['refused']} aria-label="Lines that are left out" tabIndex={0}>
          {refused.slice(0, mostShown).map(({ line, text: what, why }) => (
            <li key={line}>
              <span className={classes['refused-line']}>Line {formatNumber(line)}</span>
              <span>
                <span className="one-line" title={what}>
                  {what}
                </span>
                <span className={classes['problem']}>{why}</span>
              </span>
            </li>
          ))}
          {refused.length > mostShown && <li>And {formatNumber(refused.length - mostShown)} more.</li>}
        </ul>
      )}
      {rows.length > 0 && (
        <Checkbox
          label="Delete the groups that are not in this text"
          description="For a list that is kept in a file: it becomes what the file says."
          checked={deleteOthers}
          onChange={(event) => set({ deleteOthers: event.currentTarget.checked })}
        />
      )}
      <div className={classes['dialog-foot']}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={text.trim() === '' || fresh.length + deleted === 0}>
          {describeTaking(fresh.length, deleted)}
        </Button>
      </div>
    </form>
  );
}

function countGroups(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'group' : 'groups'}`;
}

function describeRead({ fresh, known, refused }: ReadGroups): string {
  const parts = [
    ...(fresh.length > 0 ? [`${countGroups(fresh.length)} to add.`] : []),
    ...(known > 0 ? [`${formatNumber(known)} in the list already.`] : []),
    ...(refused.length > 0
      ? [`${refused.length === 1 ? 'One line is' : `${formatNumber(refused.length)} lines are`} left out:`]
      : []),
  ];
  return parts.join(' ');
}

function describeTaking(added: number, deleted: number): string {
  if (deleted === 0) return added === 0 ? 'Add groups' : `Add ${countGroups(added)}`;
  return added === 0 ? `Delete ${countGroups(deleted)}` : `Add ${formatNumber(added)}, delete ${formatNumber(deleted)}`;
}
