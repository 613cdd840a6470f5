import { z } from 'zod';
import { defineReadTool, defineWriteTool, type SystemTool } from '../../src-main/tools/define-tool.ts';

/** As many further tools as wanted, every third of which writes; clients can list and call them like any other. */
export function createManyTools(count: number): readonly SystemTool[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(3, '0');
    const facts = {
      name: `sample_${number}`,
      title: `Sample ${number}`,
      description: `Answers with the number ${at + 1}, which some other system knows under the name sample ${number}.`,
      since: '2.232',
      offered: { default: 'extra', agent: at % 10 === 0 ? 'extra' : 'listed', user: 'no' },
      scopes: [],
      input: () => z.strictObject({}),
      output: z.strictObject({ number: z.int() }),
    } as const;
    const run = () => ({ number: at + 1 });
    return at % 3 === 2 ? defineWriteTool({ ...facts, run }) : defineReadTool({ ...facts, run });
  });
}
