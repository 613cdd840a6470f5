import { z } from 'zod';

const term = z
  .string()
  .trim()
  .max(60, 'A synonym has at most 60 characters.')
  .regex(/[\p{L}\p{N}]/u, 'A synonym needs a letter or a digit.')
  .refine((text) => (text.match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu) ?? []).length <= 6, {
    message: 'A synonym has at most 6 words.',
  });

/** Words and short phrases that mean the same on this desk; stored as one versioned JSON document. */
export const synonymSettings = z.strictObject({
  groups: z
    .array(
      z
        .array(term)
        .min(2, 'A group needs at least two synonyms.')
        .max(12, 'A group has at most 12 synonyms.')
        .refine((terms) => new Set(terms.map((each) => each.toLowerCase())).size === terms.length, {
          message: 'A group names a synonym twice.',
        }),
    )
    .max(500, 'There are at most 500 groups of synonyms.')
    .default([]),
});

export type SynonymSettings = z.infer<typeof synonymSettings>;
