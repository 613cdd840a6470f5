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

export const clientSorts = ['name', 'id', 'sites', 'users', 'openTickets', 'createdAt'] as const;
export const siteSorts = ['name', 'id', 'client', 'users'] as const;

const row = z.object({
  id: z.int(),
  name: z.string(),
  inactive: z.boolean(),
  sites: z.int(),
  users: z.int(),
  openTickets: z.int(),
  createdAt: timestamp,
});

const client = row.extend({ notes: z.string(), revision });

const siteRow = z.object({
  id: z.int(),
  name: z.string(),
  client: reference,
  address: z.string(),
  phone: z.string(),
  inactive: z.boolean(),
  users: z.int(),
});

const site = siteRow.extend({ revision });

const changes = { name: line(200), notes: longText, inactive: z.boolean() };

const siteChanges = {
  clientId: recordId,
  name: line(200),
  address: z.string().max(2000),
  phone: optionalLine(100),
  inactive: z.boolean(),
};

export type ClientListRow = z.infer<typeof row>;
export type ClientRecord = z.infer<typeof client>;
export type SiteRecord = z.infer<typeof site>;

export const clientsContract = {
  list: procedure.input(listInput(clientSorts, { inactive: z.boolean().optional() })).output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(client),
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(client),
  create: procedure.input(z.strictObject(changes).partial().required({ name: true })).output(client),
};

export const sitesContract = {
  list: procedure
    .input(listInput(siteSorts, { clientId: recordId.optional(), inactive: z.boolean().optional() }))
    .output(listOutput(siteRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(site),
  update: procedure.input(updateInput(z.object(siteChanges).partial().shape)).output(site),
  create: procedure.input(z.strictObject(siteChanges).partial().required({ clientId: true, name: true })).output(site),
};
