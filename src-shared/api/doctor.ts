import { z } from 'zod';
import { procedure } from './procedure.ts';

export const checkSchema = z.object({
  name: z.string(),
  /** `note`: nothing is broken, but somebody may wonder. */
  level: z.enum(['ok', 'note', 'problem']),
  /** What was found. */
  message: z.string(),
  /** What to do about it. */
  advice: z.string().optional(),
});

export type Check = z.infer<typeof checkSchema>;

export const doctorContract = {
  /** The checks that need the core; those of the machine are made by whoever asks. */
  check: procedure.output(z.array(checkSchema)),
};
