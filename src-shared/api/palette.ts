import { z } from 'zod';
import { procedure } from './procedure.ts';

const hit = z.object({
  kind: z.enum(['ticket', 'article', 'user', 'client', 'agent', 'asset', 'service']),
  id: z.int(),
  title: z.string(),
  /** What tells it from another of the same title. */
  detail: z.string(),
});

export const paletteContract = {
  /** For the command palette: the record with that very number first, then the best of each kind. */
  find: procedure
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }))
    .output(z.array(hit)),
};
