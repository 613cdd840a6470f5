import { Button, Switch, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatNumber } from '../../components/format-number.ts';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { ToolFacts } from '../../components/tool/tool-facts.tsx';
import { describeTool, turn, undo } from './function-edits.ts';
import { isChanged, type FunctionRow } from './function-rows.ts';
import { longestDescription, type CollectionForm } from './use-collection-form.ts';
import classes from './collections.module.css';

interface Props {
  readonly name: string;
  readonly rows: readonly FunctionRow[] | undefined;
  readonly form: CollectionForm;
  readonly onClose: () => void;
  /** Edits a custom tool. */
  readonly editTool: (row: FunctionRow) => ReactNode;
}

/** One function beside the page. What is changed here is unsaved like everything else. */
export function FunctionPanel({ name, rows, form, onClose, editTool }: Props) {
  const row = rows?.find(({ tool }) => tool.name === name);
  if (rows === undefined) return null;
  if (row === undefined) {
    return (
      <SidePanel label={`Function ${name}`} title={name} onClose={onClose}>
        There is no function {name} for this type of collection.
      </SidePanel>
    );
  }
  const { values, saved, draft } = form;
  const edited = { rows, values, saved };
  const { tool, on, description = '', tokens } = row;
  return (
    <SidePanel label={`Function ${tool.title}`} title={tool.title} onClose={onClose}>
      <div className={classes['function']}>
        <div className={classes['function-head']}>
          <Switch
            label="On"
            checked={on}
            onChange={(event) => draft.set(turn(edited, [name], event.currentTarget.checked))}
          />
          <span className={classes['dim']}>about {formatNumber(tokens)} tokens</span>
          {isChanged(row) && (
            <>
              <StateBadge state="info">Unsaved</StateBadge>
              <Button size="compact-xs" variant="default" onClick={() => draft.set(undo(edited, row))}>
                Undo
              </Button>
            </>
          )}
        </div>
        {tool.source === 'custom' ? (
          editTool(row)
        ) : (
          <>
            <Textarea
              label="Description in this collection"
              description="What models read here instead of the tool’s own description. Leave it empty for its own, which stands below."
              placeholder="The tool’s own"
              autosize
              minRows={3}
              maxRows={14}
              value={description}
              error={
                description.length > longestDescription && `At most ${formatNumber(longestDescription)} characters.`
              }
              onChange={(event) => draft.set(describeTool(edited, name, event.currentTarget.value))}
            />
            <div>
              {description === '' ? (
                <Button variant="default" onClick={() => draft.set(describeTool(edited, name, tool.description))}>
                  Begin with its own
                </Button>
              ) : (
                <Button variant="default" onClick={() => draft.set(describeTool(edited, name, ''))}>
                  Use its own
                </Button>
              )}
            </div>
          </>
        )}
        <ToolFacts tool={tool} />
      </div>
    </SidePanel>
  );
}
