import { z } from 'zod';

/** What stands between the synonyms of a group where the group is a line of text. */
export const synonymSeparator = /[,;\t\r\n]/;

export const mostSynonymGroups = 2_000;

const term = z
  .string()
  .trim()
  .max(60, 'A synonym has at most 60 characters.')
  .regex(/[\p{L}\p{N}]/u, 'A synonym needs a letter or a digit.')
  .refine((text) => !synonymSeparator.test(text), 'A synonym has no comma, semicolon or line break.')
  .refine((text) => (text.match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu) ?? []).length <= 6, {
    message: 'A synonym has at most 6 words.',
  });

export const synonymGroup = z
  .array(term)
  .min(2, 'A group needs at least two synonyms.')
  .max(12, 'A group has at most 12 synonyms.')
  .superRefine((terms, context) => {
    const lower = terms.map((each) => each.toLowerCase());
    const again = lower.findIndex((each, at) => lower.indexOf(each) < at);
    if (again >= 0) context.addIssue({ code: 'custom', path: [again], message: 'A group names a synonym only once.' });
  });

/** Words and short phrases that mean the same on this desk; stored as one versioned JSON document. */
export const synonymSettings = z.strictObject({
  groups: z
    .array(synonymGroup)
    .max(mostSynonymGroups, `There are at most ${mostSynonymGroups.toLocaleString('en-GB')} groups of synonyms.`)
    .default([]),
});

export type SynonymSettings = z.infer<typeof synonymSettings>;
