import { z } from 'zod';
import { procedure } from './procedure.ts';

const suggestion = z.object({
  kind: z.enum(['agent', 'user']),
  id: z.int(),
  /** Such as `agent:3`. */
  label: z.string(),
  name: z.string(),
  email: z.string(),
  /** The agent's role, or the user's site and client. */
  detail: z.string(),
});

export const principalsContract = {
  /** Enabled agents and users whose name or email address holds the text, agents first, at most 20. */
  suggest: procedure.input(z.object({ text: z.string().max(200) })).output(z.array(suggestion)),
};
