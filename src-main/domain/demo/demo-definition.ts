import { z } from 'zod';
import { foundationSchema } from './foundation-definition.ts';
import { scenarioSchema } from './scenario-definition.ts';

const text = z.string().min(1);
const names = z.array(text).min(1);
const count = z.int().positive();

const peopleSchema = z.strictObject({
  domain: text,
  agents: z.array(
    z.strictObject({
      name: text,
      title: text,
      role: text,
      teams: names,
      style: text,
      administrator: z.boolean().default(false),
      api_only: z.boolean().default(false),
      disabled: z.boolean().default(false),
      /** Months before the demo's day; agents older than the demo's history leave this out. */
      joined_months_ago: z.number().optional(),
      also_user: z.boolean().default(false),
    }),
  ),
  first_names: names,
  last_names: names,
});

const clientSchema = z.strictObject({
  name: text,
  trade: text,
  domain: text,
  users: count,
  internal: z.boolean().default(false),
  notes: text,
  /** Lines of business software that its people mention. */
  apps: names,
  rooms: names,
  shares: names,
  suppliers: names,
  sites: z.array(z.strictObject({ name: text, address: text, phone: text, weight: count.default(1) })).min(1),
  departments: z.array(z.strictObject({ name: text, titles: names, weight: count.default(1) })).min(1),
});

const assetSchema = z.strictObject({
  type: text,
  prefix: text,
  count,
  holder: z.enum(['user', 'site']),
  warranty_years: count,
  models: z.array(
    z.strictObject({ manufacturer: text, model: text, serial: text, fields: z.record(text, names).default({}) }),
  ),
});

const catalogueSchema = z.strictObject({
  templates: z.array(
    z.strictObject({
      name: text,
      type: text,
      summary: text,
      details: text,
      priority: text.optional(),
      team: text.optional(),
      category: text.optional(),
    }),
  ),
  service_categories: z.array(
    z.strictObject({
      name: text,
      summary: text,
      services: z.array(
        z.strictObject({
          name: text,
          summary: text,
          details: text,
          request: text.optional(),
          template: text.optional(),
          incident: text.optional(),
          /** Pounds. */
          cost: z.number().optional(),
          days: count.optional(),
          users: z.boolean().default(true),
          inactive: z.boolean().default(false),
        }),
      ),
    }),
  ),
});

const articleSchema = z.strictObject({
  key: text,
  title: text,
  description: text,
  resolution: text,
  tags: z.array(text),
  lists: z.array(text).default([]),
  audience: z.enum(['everyone', 'agents']).default('everyone'),
  inactive: z.boolean().default(false),
});

const styleSchema = z.strictObject({
  weight: count.default(1),
  greetings: z.array(z.string()).min(1),
  signoffs: z.array(z.string()).min(1),
  /** For answers; the others when left out. */
  reply_greetings: z.array(z.string()).min(1).optional(),
  reply_signoffs: z.array(z.string()).min(1).optional(),
  /** How likely a part of a description that may be left out is kept. */
  detail: z.number().min(0).max(1),
  lower_case: z.number().default(0),
});

const voicesSchema = z.strictObject({
  users: z.record(text, styleSchema),
  agents: z.record(text, styleSchema),
  acknowledge: names,
  thanks: names,
  chase: names,
  answer_chase: names,
  hand_over: names,
  reopen: names,
  refix: names,
  not_needed: names,
  auto_close: names,
  ask_again: names,
  slots: z.record(text, names),
  /** What an agent writes who books time without a note. */
  booked: names,
  other_work: names,
});

const hostileSchema = z.array(
  z.strictObject({
    key: text,
    type: text,
    category: text,
    team: text,
    priority: text,
    status: text,
    days_ago: z.number(),
    summary: text,
    details: text,
    /** Adds the text so many times, for the very long one. */
    padding: z.strictObject({ text, times: count }).optional(),
    replies: z.array(text).default([]),
    agent_replies: z.array(text).default([]),
    private_notes: names,
  }),
);

const volumeSchema = z.strictObject({ tickets: count, months: count, first_ticket_id: count });

/** The whole of resources/demo: everything the demo desk says, and none of its arithmetic. */
export const demoDefinitionSchema = z.strictObject({
  foundation: foundationSchema,
  volume: volumeSchema,
  people: peopleSchema,
  clients: z.array(clientSchema),
  assets: z.array(assetSchema),
  catalogue: catalogueSchema,
  articles: z.array(articleSchema),
  voices: voicesSchema,
  scenarios: z.array(scenarioSchema),
  hostile: hostileSchema,
});

export type DemoDefinition = z.infer<typeof demoDefinitionSchema>;
export type StyleDefinition = z.infer<typeof styleSchema>;
export type ClientDefinition = z.infer<typeof clientSchema>;
export type HostileDefinition = z.infer<typeof hostileSchema>[number];
