import { z } from 'zod';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

export const signInContract = {
  /** A link by which a page in a browser signs in, once. Only commands may ask, through the socket of who serves. */
  createLink: procedure.output(z.object({ url: z.string(), expiresAt: timestamp })),
};
