import { z } from 'zod';
import { procedure } from './procedure.ts';
import {
  line,
  listInput,
  listOutput,
  longText,
  optionalLine,
  recordId,
  reference,
  revision,
  updateInput,
} from './record-list.ts';
import { timestamp } from './timestamp.ts';

export const assetSorts = [
  'tag',
  'id',
  'type',
  'client',
  'user',
  'status',
  'manufacturer',
  'warrantyEndsAt',
  'createdAt',
] as const;

const row = z.object({
  id: z.int(),
  tag: z.string(),
  type: reference,
  client: reference,
  site: reference,
  user: reference.optional(),
  status: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  serialNumber: z.string(),
  warrantyEndsAt: timestamp.optional(),
  inactive: z.boolean(),
});

const field = z.object({ name: z.string(), value: z.string() });

const asset = row.extend({
  notes: z.string(),
  fields: z.array(field),
  createdAt: timestamp,
  openTickets: z.int(),
  revision,
});

const changes = {
  tag: line(100),
  typeId: recordId,
  siteId: recordId,
  status: line(100),
  userId: recordId.nullable(),
  manufacturer: optionalLine(200),
  model: optionalLine(200),
  serialNumber: optionalLine(200),
  warrantyEndsAt: timestamp.nullable(),
  notes: longText,
  inactive: z.boolean(),
  /** All of them: a field that is not named is removed. */
  fields: z.array(z.strictObject({ name: line(100), value: z.string().max(10_000) })).max(200),
};

export type AssetListRow = z.infer<typeof row>;
export type AssetRecord = z.infer<typeof asset>;

export const assetsContract = {
  list: procedure
    .input(
      listInput(assetSorts, {
        typeId: recordId.optional(),
        clientId: recordId.optional(),
        siteId: recordId.optional(),
        userId: recordId.optional(),
        status: z.string().max(100).optional(),
        inactive: z.boolean().optional(),
      }),
    )
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(asset),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(asset),
  create: procedure
    .input(z.strictObject(changes).partial().required({ tag: true, typeId: true, siteId: true, status: true }))
    .output(asset),
  /** For a picker: active assets whose tag, maker, model or serial number contains every word, at most twenty. */
  suggest: procedure
    .input(z.strictObject({ text: z.string().max(200) }))
    .output(
      z.array(
        z.object({ id: z.int(), tag: z.string(), type: z.string(), model: z.string(), user: z.string().optional() }),
      ),
    ),
};
