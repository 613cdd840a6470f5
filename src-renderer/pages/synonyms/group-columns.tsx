import { ActionIcon, Tooltip } from '@mantine/core';
import { Trash2, Undo2 } from 'lucide-react';
import { StateBadge, type State } from '../../components/state-badge.tsx';
import { Apart } from '../../components/table/apart.tsx';
import type { Column } from '../../components/table/column.ts';
import { toLine } from './group-line.ts';
import type { GroupRow } from './group-rows.ts';
import classes from './synonyms.module.css';

interface Acts {
  readonly remove: (row: GroupRow) => void;
  readonly undo: (row: GroupRow) => void;
}

const states = {
  new: ['info', 'New'],
  changed: ['info', 'Changed'],
  deleted: ['warn', 'Deleted'],
  overtaken: ['bad', 'Conflict'],
} as const satisfies Record<NonNullable<GroupRow['state']>, readonly [State, string]>;

export function createGroupColumns({ remove, undo }: Acts): readonly Column<GroupRow>[] {
  return [
    {
      id: 'words',
      title: 'Words that mean the same',
      width: 240,
      grows: 'once',
      always: true,
      cell: ({ words, state }) => (
        <span className={classes['words']} data-state={state} title={toLine(words)}>
          {words.map((word, at) => (
            <span key={at} className={classes['word']}>
              {word}
            </span>
          ))}
        </span>
      ),
    },
    { id: 'count', title: 'Count', width: 72, align: 'right', cell: ({ words }) => words.length },
    { id: 'state', title: 'Unsaved', width: 136, always: true, cell: (row) => <RowState row={row} /> },
    {
      id: 'act',
      title: 'Delete or undo',
      titleHidden: true,
      width: 40,
      always: true,
      cell: (row) => (
        <Apart>
          {row.was !== undefined && row.state !== undefined ? (
            <Act what="Undo" line={toLine(row.was)} icon={<Undo2 size={14} />} onClick={() => undo(row)} />
          ) : (
            <Act what="Delete" line={toLine(row.words)} icon={<Trash2 size={14} />} onClick={() => remove(row)} />
          )}
        </Apart>
      ),
    },
  ];
}

function RowState({ row: { state, problem } }: { readonly row: GroupRow }) {
  if (state === undefined) return null;
  if (problem !== undefined) {
    return (
      <span title={problem}>
        <StateBadge state="bad">Cannot be saved</StateBadge>
      </span>
    );
  }
  const [kind, label] = states[state];
  return <StateBadge state={kind}>{label}</StateBadge>;
}

interface ActProps {
  readonly what: string;
  readonly line: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
}

function Act({ what, line, icon, onClick }: ActProps) {
  return (
    <Tooltip label={what}>
      <ActionIcon size="sm" aria-label={`${what}: ${line}`} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
