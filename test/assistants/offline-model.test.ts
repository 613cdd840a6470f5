import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decide } from '../../src-main/assistants/offline-model/decide.ts';
import type { ArgumentSchema, OfferedTool, Turn } from '../../src-main/assistants/offline-model/model.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';
import { quietLog } from '../support/quiet-log.ts';
import { serveCore, type ServedCore } from '../support/serve-core.ts';

interface Prompt {
  readonly ask: string | readonly string[];
  readonly calls?: readonly string[];
  /** Where more than one way is right. */
  readonly anyOf?: readonly (readonly string[])[];
}

interface ListedTool {
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly inputSchema: ArgumentSchema;
  readonly annotations?: { readonly readOnlyHint?: boolean };
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
type Group = 'agent' | 'careful' | 'user' | 'voices' | 'chats' | 'work' | 'operations' | 'cloud';
const prompts = parse(read('offline-prompts.yaml')) as Readonly<Record<Group, readonly Prompt[]>>;
const unseen = parse(read('unseen-prompts.yaml')) as readonly Prompt[];
/** Tools of other servers and of admins, which the model has never seen. What they answer does not matter here. */
const others = JSON.parse(read('other-tools.json')) as Readonly<
  Record<'desk' | 'work' | 'operations' | 'cloud', readonly ListedTool[]>
>;
/** The requests name tickets of the demo desk as it is on this day. */
const now = Date.UTC(2026, 10, 23, 9);
const serveDemo = (): Promise<ServedCore> =>
  serveCore({ newDesk: 'demo' }, { ...createSystemPorts(quietLog), now: () => now });

const describeTool = ({ name, title, description, inputSchema, annotations }: ListedTool): OfferedTool => ({
  ...{ key: name, name, title, description, schema: inputSchema, readOnly: annotations?.readOnlyHint },
});

/** What one group of requests does is not to be seen by another. */
let served: ServedCore;
beforeEach(async () => {
  served = await serveDemo();
});
afterEach(() => served.close());

/** Each writer's requests are for a desk as it comes. */
const eachDesk = 60;
const clientTools = ['get_clients', 'get_one_client', 'get_sites', 'get_one_site'];

/** Carries on the conversation with the real endpoint; the calls as text, in order. */
async function converse(
  poster: McpPoster,
  tools: readonly OfferedTool[],
  asked: readonly string[],
  beside: readonly ListedTool[],
): Promise<string[]> {
  const turns: Turn[] = [];
  const calls: string[] = [];
  for (const text of asked) {
    turns.push({ kind: 'message', role: 'user', text });
    for (;;) {
      const decision = decide({ turns, tools, now });
      expect(decide({ turns, tools, now })).toEqual(decision);
      if (decision.kind === 'answer') {
        turns.push({ kind: 'message', role: 'assistant', text: decision.text });
        break;
      }
      for (const { tool, arguments: given } of decision.calls) {
        const id = `call ${turns.length}`;
        calls.push(`${tool}${JSON.stringify(given)}`);
        turns.push({ kind: 'call', id, tool, arguments: given });
        const isOther = beside.some(({ name }) => name === tool);
        const result = isOther ? { text: '{"result":"done"}', isError: false } : await poster.call(tool, given);
        turns.push({ kind: 'result', callId: id, text: result.text, outcome: result.isError ? 'failed' : 'done' });
      }
    }
  }
  return calls;
}

/** Whether the calls are what was expected of them, the last one included. */
function isRight(expected: readonly string[], calls: readonly string[]): boolean {
  if (expected.includes('none')) return calls.length === 0;
  const forbidden = expected.filter((each) => each.startsWith('not ')).map((each) => each.slice(4));
  if (calls.some((call) => forbidden.some((tool) => call.startsWith(`${tool}{`)))) return false;
  const wanted = expected.filter((each) => !each.startsWith('not ') && each !== 'and more');
  let at = 0;
  for (const each of wanted) {
    const [tool = '', ...pieces] = each.split(' ~ ');
    const fits = (call: string): boolean =>
      call.startsWith(`${tool}{`) && pieces.every((piece) => call.toLowerCase().includes(piece.toLowerCase()));
    const found = calls.findIndex((call, place) => place >= at && fits(call));
    if (found < 0) return false;
    at = found + 1;
  }
  return expected.includes('and more') || at === calls.length;
}

async function findWrong(
  asked: readonly Prompt[],
  as: string | undefined,
  beside: readonly ListedTool[] = others.desk,
  desk: ServedCore = served,
): Promise<string[]> {
  const poster = createPoster(desk.endpoint, desk.createKey(as === undefined ? {} : { as }));
  const listed = (await poster.listTools()) as unknown as readonly ListedTool[];
  const tools = [...listed, ...beside].map(describeTool);
  const wrong: string[] = [];
  for (const { ask, calls = [], anyOf = [calls] } of asked) {
    const made = await converse(poster, tools, [ask].flat(), beside);
    if (!anyOf.some((each) => isRight(each, made)))
      wrong.push(
        `${[ask].flat().join(' | ')}\n  wanted ${anyOf.map((each) => each.join(', ')).join(' or ')}\n  made   ${made.join(', ')}`,
      );
  }
  return wrong;
}

describe('the offline model', () => {
  test(
    'chooses the right tools and arguments for at least 95 of 100 requests of an agent.',
    { timeout: 120_000 },
    async () => {
      served.configure({ tools: clientTools });
      const wrong = await findWrong(prompts.agent, undefined);
      expect(1 - wrong.length / prompts.agent.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('changes nothing for what only tells, asks or forbids.', { timeout: 60_000 }, async () => {
    served.configure({ tools: clientTools });
    expect(await findWrong(prompts.careful, undefined)).toEqual([]);
  });

  test.each(['voices', 'chats'] as const)(
    'understands at least 97 of 100 requests in many voices that it has been taught: %s.',
    { timeout: 120_000 },
    async (group) => {
      served.configure({ tools: clientTools });
      const wrong = await findWrong(prompts[group], undefined);
      expect(1 - wrong.length / prompts[group].length, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    },
  );

  test(
    'understands at least 85 of 100 requests by others that nobody looked at while it was made.',
    { timeout: 240_000 },
    async () => {
      const wrong: string[] = [];
      for (let from = 0; from < unseen.length; from += eachDesk) {
        const fresh = await serveDemo();
        fresh.configure({ tools: clientTools });
        wrong.push(...(await findWrong(unseen.slice(from, from + eachDesk), undefined, others.desk, fresh)));
        await fresh.close();
      }
      expect(wrong.length / unseen.length, `${wrong.length} of ${unseen.length} wrong`).toBeLessThanOrEqual(0.15);
    },
  );

  test.each(['work', 'operations', 'cloud'] as const)(
    'uses the tools of other servers and of admins by what they say of themselves: %s.',
    { timeout: 60_000 },
    async (group) => {
      served.configure({ tools: clientTools });
      const wrong = await findWrong(prompts[group], undefined, others[group]);
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(1);
    },
  );

  test('serves a user with the tools that users have.', async () => {
    const wrong = await findWrong(prompts.user, 'abigail.delacroix@larkmoor.example');
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(1);
  });
});
