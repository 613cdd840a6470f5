import { Button, Kbd, SegmentedControl } from '@mantine/core';
import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ToolView } from '../../../src-shared/api/tools.ts';
import { client } from '../../api/client.ts';
import { describeError } from '../describe-error.ts';
import { PrincipalPicker } from '../form/principal-picker.tsx';
import { JsonEditor } from '../json/json-editor.tsx';
import { modifierKey } from '../modifier-key.ts';
import { SchemaForm } from '../schema-form/schema-form.tsx';
import { CallPreviewView } from './call-preview-view.tsx';
import { CallReportView } from './call-report-view.tsx';
import { useArguments, type ArgumentsFace } from './use-arguments.ts';
import classes from './try-it.module.css';

interface Props {
  readonly tool: Pick<ToolView, 'name' | 'kind' | 'inputSchema'>;
  /** The email address of whom to act as; undefined for the administrator. */
  readonly as: string | undefined;
  readonly onAs: (email: string | undefined) => void;
}

const faces = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
];

/** Calls a tool with arguments typed here, as somebody. The call is as real as a client's. */
export function TryIt({ tool, as, onAs }: Props) {
  const typed = useArguments(tool.name, tool.inputSchema);
  const { outcome } = typed;
  const abort = useRef<AbortController>(undefined);
  const call = useMutation({
    mutationFn: async (mode: 'call' | 'preview') => {
      abort.current = new AbortController();
      const input = { tool: tool.name, arguments: outcome.kind === 'value' ? outcome.value : {}, as };
      const { signal } = abort.current;
      try {
        if (mode === 'preview') return { preview: await client.calls.preview(input, { signal }) };
        return { report: await client.calls.create(input, { signal }) };
      } catch (error) {
        if (signal.aborted) return { stopped: mode };
        throw error;
      }
    },
  });
  const run = (mode: 'call' | 'preview'): void => {
    if (!call.isPending && outcome.kind !== 'broken') call.mutate(mode);
  };
  const hotkeys: HotkeyItem[] = [
    ['mod+Enter', () => run('call')],
    ['mod+shift+Enter', () => run('preview')],
  ];
  useHotkeys(hotkeys, [], true);

  return (
    <div className={classes['try']}>
      <PrincipalPicker label="Act as" value={as} onChange={onAs} />
      <div className={classes['head']}>
        <h3>Arguments</h3>
        <SegmentedControl
          aria-label="How arguments are typed"
          data={faces}
          value={typed.face}
          onChange={(face) => typed.show(face as ArgumentsFace)}
        />
      </div>
      {typed.face === 'form' ? (
        <SchemaForm field={typed.field} entry={typed.entry} onChange={typed.setEntry} />
      ) : (
        <JsonEditor label="Arguments as JSON" value={typed.text} onChange={typed.setText} />
      )}
      {outcome.kind === 'broken' && (
        <div role="alert" className={classes['problem']}>
          <span className="foreign">{outcome.problem}</span>
        </div>
      )}
      <div className={classes['foot']}>
        <Button
          onClick={() => run('call')}
          loading={call.isPending && call.variables === 'call'}
          disabled={outcome.kind === 'broken' || call.isPending}
        >
          Run
        </Button>
        <Button
          variant="default"
          onClick={() => run('preview')}
          loading={call.isPending && call.variables === 'preview'}
          disabled={outcome.kind === 'broken' || call.isPending}
        >
          Preview
        </Button>
        {call.isPending ? (
          <Button variant="default" onClick={() => abort.current?.abort()}>
            Cancel
          </Button>
        ) : (
          <Button variant="subtle" onClick={typed.clear}>
            Clear
          </Button>
        )}
        <span className={classes['hint']}>
          <Kbd size="xs">{modifierKey} Enter</Kbd> runs it, <Kbd size="xs">{modifierKey} Shift Enter</Kbd> previews it.
        </span>
        {tool.kind === 'write' && (
          <span className={classes['hint']}>
            Run changes the desk, as a client’s call does. Preview shows what would change.
          </span>
        )}
      </div>
      <div role="status">
        {call.data?.stopped === 'call' &&
          'Stopped waiting. The call may have been carried out all the same: Activity tells.'}
      </div>
      {call.error !== null && (
        <div role="alert" className={classes['problem']}>
          {describeError(call.error).sentence}
        </div>
      )}
      {call.data?.report !== undefined && <CallReportView report={call.data.report} />}
      {call.data?.preview !== undefined && <CallPreviewView preview={call.data.preview} />}
    </div>
  );
}
