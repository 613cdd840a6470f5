import type { ResponseOutputItem, ResponseStreamEvent } from 'openai/resources/responses/responses';
import { recordKinds } from '../../src-shared/domain/record-kinds.ts';
import type { SampleRunEvent, SampleStep } from '../../src-shared/api/sample-runs.ts';
import type { StoredCall } from '../db/repositories/activity-repository.ts';
import { describeCalls } from './describe-call.ts';
import type { DoorCore } from './route-context.ts';
import { optional } from './row-values.ts';

type Core = Pick<DoorCore, 'access' | 'activity' | 'changes' | 'endpoints' | 'tools' | 'endpointTools'>;
type McpCall = Extract<ResponseOutputItem, { type: 'mcp_call' }>;
type CallStep = Extract<SampleStep, { kind: 'call' }>;

export interface SampleSteps {
  /** What a person is to be told of an event of the response; undefined for nothing. */
  read(event: ResponseStreamEvent): SampleRunEvent | undefined;
  /** A call was written to the activity log. */
  written(call: StoredCall): void;
}

const mostRows = 200;

/** The steps of one response. Its calls are made one after another, so a call in the log is that of the step it ends with. */
export function createSampleSteps(core: Core): SampleSteps {
  let latest: StoredCall | undefined;
  let begun: McpCall | undefined;
  return {
    read(event) {
      switch (event.type) {
        case 'response.output_item.added':
        case 'response.output_item.done': {
          const { item, output_index: index } = event;
          const isDone = event.type === 'response.output_item.done';
          const step = describeItem(core, item, isDone, latest);
          latest = undefined;
          begun = item.type === 'mcp_call' ? item : undefined;
          return step && { kind: 'step', index, step };
        }
        case 'response.mcp_call_arguments.done': {
          if (begun === undefined) return undefined;
          const step = describeCall(core, { ...begun, arguments: event.arguments }, false, undefined);
          return { kind: 'step', index: event.output_index, step };
        }
        case 'response.output_text.delta':
          return { kind: 'text', index: event.output_index, text: event.delta };
        default:
          return undefined;
      }
    },
    written: (call) => void (latest = call),
  };
}

function describeItem(
  core: Core,
  item: ResponseOutputItem,
  isDone: boolean,
  call: StoredCall | undefined,
): SampleStep | undefined {
  switch (item.type) {
    case 'mcp_list_tools': {
      const error = item.error ?? undefined;
      const state = isDone ? (error === undefined ? 'done' : 'failed') : 'running';
      return { kind: 'list', state, tools: item.tools.map(({ name }) => name), ...optional('error', error) };
    }
    case 'mcp_call':
      return describeCall(core, item, isDone, call);
    case 'message': {
      const text = item.content.map((part) => (part.type === 'output_text' ? part.text : part.refusal)).join('\n');
      return { kind: 'answer', state: isDone ? 'done' : 'running', text };
    }
    default:
      return undefined;
  }
}

function describeCall(core: Core, item: McpCall, isDone: boolean, call: StoredCall | undefined): CallStep {
  const asked = { kind: 'call', tool: item.name, arguments: readJson(item.arguments) } as const;
  if (!isDone) return { ...asked, made: [], state: 'running' };
  const [summary] = call === undefined ? [] : describeCalls([call], core);
  const seen = { ...asked, ...optional('call', summary), made: listMade(core, call) };
  const error = summary?.error ?? (item.error == null ? undefined : describeError(item.error));
  if (error !== undefined) return { ...seen, state: 'failed', error };
  return { ...seen, state: 'done', result: readJson(item.output ?? 'null') };
}

/** Of a call that reached no tool. */
function describeError(error: NonNullable<McpCall['error']>) {
  if (typeof error === 'string') return { code: 'failed', message: error };
  return { code: error.type, message: 'message' in error ? error.message : JSON.stringify(error.content) };
}

function listMade({ changes }: Core, call: StoredCall | undefined): CallStep['made'] {
  if (call?.changeSetId == null) return [];
  return changes.listRows(call.changeSetId, mostRows).flatMap(({ table, id, operation }) => {
    const kind = recordKinds.find((one) => table === `desk_${one}`);
    if (operation !== 'insert' || kind === undefined || id === null) return [];
    return [{ kind, id, name: changes.references.nameOf(table, id) ?? String(id) }];
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
