import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { SidePanel } from '../../components/side-panel.tsx';
import { GroupField } from './group-field.tsx';
import { finishNew, keepBoth, newId, remove, setWords, undo, type GroupEdits } from './group-edits.ts';
import { toLine } from './group-line.ts';
import type { GroupRow } from './group-rows.ts';
import { SharedWords } from './shared-words.tsx';
import classes from './synonyms.module.css';

interface Props {
  readonly id: string;
  readonly rows: readonly GroupRow[];
  readonly edits: GroupEdits;
  readonly onEdit: (edits: GroupEdits) => void;
  readonly onClose: () => void;
  /** Shows what a search for the word finds. */
  readonly onTry: (word: string) => void;
  readonly onPasteLines: (text: string) => void;
  /** Counts how often the field was asked for by the keyboard; 0 leaves the focus in the list. */
  readonly focus: number;
}

const empty: GroupRow = { id: newId, words: [] };

/** One group beside the list. What is typed is in the list at once, and saved with everything else. */
export function GroupPanel({ id, rows, edits, onEdit, onClose, onTry, onPasteLines, focus }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [added, setAdded] = useState('');
  const row = useMemo(() => rows.find((each) => each.id === id) ?? (id === newId ? empty : undefined), [rows, id]);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  const actions = useRef<HTMLDivElement>(null);
  const state = row?.state;
  useEffect(() => {
    // What had the focus went with the state that it belonged to.
    if (document.activeElement === document.body) (field.current ?? actions.current?.querySelector('button'))?.focus();
  }, [state]);
  if (row === undefined) {
    return (
      <SidePanel label="Group" title="Group" onClose={onClose}>
        This group is gone: it was changed or deleted meanwhile.
      </SidePanel>
    );
  }
  const { words, was, problem } = row;
  const isNew = id === newId;
  const done = (): void => {
    if (!isNew) return onClose();
    onEdit(finishNew(edits));
    setAdded(toLine(words));
    field.current?.focus();
  };
  const choose = (chosen: GroupEdits): void => {
    onEdit(chosen);
    onClose();
  };
  const title = isNew ? 'New group' : toLine(words);
  return (
    <SidePanel label={isNew ? 'New group' : `Group ${toLine(words)}`} title={title} onClose={onClose}>
      <div className={classes['panel']}>
        {state === 'overtaken' && was !== undefined && (
          <div role="alert" className={classes['overtaken']}>
            <p>
              Meanwhile somebody else changed or deleted this group. It was: <strong>{toLine(was)}</strong>
            </p>
            <Button variant="default" onClick={() => choose(keepBoth(edits, id))}>
              Add mine beside theirs
            </Button>
            <Button variant="default" onClick={() => choose(undo(edits, id))}>
              Drop mine
            </Button>
          </div>
        )}
        {state === 'deleted' ? (
          <p>It is deleted when you save. Until then a search still uses it.</p>
        ) : (
          <GroupField
            handle={field}
            words={words}
            problem={problem}
            enterDoes={isNew ? 'Enter adds the group.' : 'Enter goes back to the list.'}
            onChange={(now) => onEdit(setWords(edits, { id, now, ...(was && { was }) }))}
            onDone={done}
            onLeave={onClose}
            onPasteLines={onPasteLines}
          />
        )}
        {state !== 'overtaken' && (
          <div ref={actions} className={classes['panel-actions']}>
            {isNew && (
              <Button onClick={done} disabled={words.length === 0 || problem !== undefined}>
                Add group
              </Button>
            )}
            {was !== undefined && state !== undefined && (
              <Button variant="default" onClick={() => onEdit(undo(edits, id))}>
                Undo
              </Button>
            )}
            {!isNew && state !== 'deleted' && (
              <Button
                variant="default"
                onClick={() => {
                  onEdit(remove(edits, row));
                  if (was === undefined) onClose();
                }}
              >
                Delete group
              </Button>
            )}
          </div>
        )}
        {isNew && (
          <div role="status" className={classes['dim']}>
            {added !== '' && edits.length > 0 && `Added: ${added}. Write the next one, or save.`}
          </div>
        )}
        <SharedWords rows={rows} of={row} />
        {state === undefined && !isNew && (
          <section className={classes['section']}>
            <h3>Try a search for</h3>
            <div className={classes['tries']}>
              {words.map((word) => (
                <Button key={word} size="compact-xs" variant="default" onClick={() => onTry(word)}>
                  {word}
                </Button>
              ))}
            </div>
          </section>
        )}
      </div>
    </SidePanel>
  );
}
