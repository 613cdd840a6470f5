import type { Decision, Thinking } from '../../src-main/assistants/offline-model/model.ts';

type Step = Decision | ((thinking: Thinking) => Decision);

export const answer = (text: string): Decision => ({ kind: 'answer', text });
export const call = (tool: string, input: Record<string, unknown> = {}): Decision => ({
  kind: 'calls',
  calls: [{ tool, arguments: input }],
});

/** A model that does what a test says, step by step, and then answers "Done."; it keeps what it was asked. */
export function createScriptedModel() {
  let steps: Step[] = [];
  let asked: Thinking[] = [];
  return {
    decide(thinking: Thinking): Decision {
      asked.push(thinking);
      const step = steps.shift() ?? answer('Done.');
      return typeof step === 'function' ? step(thinking) : step;
    },
    plan(...next: Step[]): void {
      steps = next;
      asked = [];
    },
    asked: (): readonly Thinking[] => asked,
    last(): Thinking {
      const thinking = asked.at(-1);
      if (thinking === undefined) throw new Error('The model was not asked.');
      return thinking;
    },
  };
}
