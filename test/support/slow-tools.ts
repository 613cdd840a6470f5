import { z } from 'zod';
import { defineReadTool, type SystemTool, type WaitingWriteTool } from '../../src-main/tools/define-tool.ts';

const place = {
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: [],
} as const;

const none = z.strictObject({});
const done = z.strictObject({ done: z.boolean() });

/** A read and a write that last until the test lets them go, and a read whose result is as long as is wanted. */
export function createSlowTools() {
  let gate = createGate();

  const wait = async (signal: AbortSignal): Promise<void> => {
    const current = gate;
    current.begin();
    await Promise.race([current.released, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
  };

  const read = defineReadTool({
    ...{ ...place, name: 'read_slowly', title: 'Read slowly', description: 'Reads, once it is let go.' },
    ...{ input: () => none, output: done },
    run: async () => {
      await wait(new AbortController().signal);
      return { done: true };
    },
  });
  const write: WaitingWriteTool<typeof none, typeof done> = {
    ...{
      ...place,
      kind: 'write',
      name: 'write_slowly',
      title: 'Write slowly',
      description: 'Writes, once it is let go.',
    },
    ...{ input: () => none, output: done },
    prepare: async (_, { signal }) => {
      await wait(signal);
      return () => ({ done: true });
    },
  };
  const much = defineReadTool({
    ...{ ...place, name: 'read_much', title: 'Read much', description: 'Reads as many characters as are wanted.' },
    input: () => z.strictObject({ characters: z.int() }),
    output: z.strictObject({ text: z.string() }),
    run: ({ characters }) => ({ text: 'é'.repeat(characters) }),
  });
  return {
    tools: [read, write as unknown as SystemTool, much],
    /** From here on a call that has begun is one that begins now. */
    expectOne: (): void => void (gate = createGate()),
    begun: (): Promise<void> => gate.begun,
    release: (): void => gate.release(),
  };
}

function createGate() {
  let begin: () => void = () => undefined;
  let release: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  return { begin, release, begun, released };
}
