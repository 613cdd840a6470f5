import { z } from 'zod';
import { madeByAi } from './made-by-ai.ts';
import { procedure } from './procedure.ts';
import { line, listInput, listOutput, longText, recordId, reference, revision, updateInput } from './record-list.ts';
import { timestamp } from './timestamp.ts';

export const articleSorts = ['title', 'id', 'editedAt', 'createdAt', 'useful'] as const;

const row = z.object({
  id: z.int(),
  title: z.string(),
  tags: z.array(z.string()),
  audience: z.enum(['everyone', 'agents']),
  inactive: z.boolean(),
  createdBy: reference.optional(),
  createdAt: timestamp,
  editedAt: timestamp,
  useful: z.int(),
  notUseful: z.int(),
  madeByAi: madeByAi.optional(),
});

const article = row.extend({
  description: z.string(),
  resolution: z.string(),
  reviewAt: timestamp.optional(),
  lists: z.array(reference),
  revision,
});

const tag = line(100).regex(/^[^,]*$/, 'A tag has no comma');

const changes = {
  title: line(255),
  description: longText,
  resolution: longText,
  tags: z.array(tag).max(50),
  audience: z.enum(['everyone', 'agents']),
  inactive: z.boolean(),
  listIds: z.array(recordId).max(100),
};

export type ArticleListRow = z.infer<typeof row>;
export type ArticleRecord = z.infer<typeof article>;

export const articlesContract = {
  list: procedure
    .input(
      listInput(articleSorts, {
        listId: recordId.optional(),
        audience: z.enum(['everyone', 'agents']).optional(),
        inactive: z.boolean().optional(),
        /** Created through an endpoint. */
        madeByAi: z.boolean().optional(),
      }),
    )
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(article),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(article),
  create: procedure
    .input(z.strictObject(changes).partial().required({ title: true, description: true }))
    .output(article),
};
