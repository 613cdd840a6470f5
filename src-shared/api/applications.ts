import { z } from 'zod';
import { principalView } from './call-view.ts';
import { procedure } from './procedure.ts';
import { timestamp } from './timestamp.ts';

/** `name` is absent when the collection is gone. */
export const collectionName = z.object({ id: z.string(), name: z.string().optional() });

export const applicationView = z.object({
  id: z.string(),
  name: z.string(),
  method: z.enum(['static_key', 'client_credentials']),
  /** Kind and record, such as `agent:3`, or `service`. */
  actsAs: z.string(),
  /** The same with the person's name; absent for a service. */
  person: principalView.optional(),
  scopes: z.array(z.string()),
  enabled: z.boolean(),
  /** The only collections that it may use, the default endpoint among them as any other; absent: all. */
  collections: z.array(collectionName).optional(),
  secretHint: z.string().optional(),
  createdAt: timestamp,
});

/** Who an application logs in as: a person by email address, itself, or (neither given) the desk's administrator. */
export const loginInput = z.object({
  as: z.string().optional(),
  service: z.boolean().optional(),
  /** Halo's names; absent: `all:standard`. */
  scopes: z.array(z.string()).optional(),
});

/** One tool as the application's principal meets it. */
const toolOffer = z.object({
  name: z.string(),
  title: z.string(),
  kind: z.enum(['read', 'write']),
  offered: z.boolean(),
  /** Why it is not offered, as a sentence. */
  why: z.string().optional(),
});

const scopeAdvice = z.object({
  /** What the endpoint's tools need: any one of `scopes` for each of `tools`. */
  needs: z.array(z.object({ scopes: z.array(z.string()), tools: z.array(z.string()), held: z.boolean() })),
  /** Scopes to add so that every tool of the endpoint is offered. */
  lacks: z.array(z.string()),
  /** Scopes held that no tool of the endpoint needs, and such as cover far more than the tools need. */
  moreThanNeeded: z.array(z.string()),
  /** The narrowest scopes that would do. */
  enough: z.array(z.string()),
});

/** What an application may do on an endpoint, and why. */
const effective = z.object({
  /** Who its requests act as; absent when nobody does. */
  principal: principalView.optional(),
  /** Why its requests are refused now, as a sentence. */
  refused: z.string().optional(),
  tools: z.array(toolOffer),
  advice: scopeAdvice,
});

/** Ids, slugs or names of the only collections that it may use, `default` for the default endpoint; null: all. */
const collections = z.array(z.string()).max(200).nullable().optional();

const changes = loginInput.extend({ name: z.string().optional(), enabled: z.boolean().optional(), collections });

export type ApplicationEffect = z.infer<typeof effective>;
export type ScopeAdvice = z.infer<typeof scopeAdvice>;

/** An id or a name. */
const reference = z.object({ application: z.string() });
/** The id, slug or name of the collection that is asked about; the default endpoint without one. */
const onCollection = reference.extend({ collection: z.string().optional() });

export type ApplicationView = z.infer<typeof applicationView>;

export const applicationsContract = {
  list: procedure.output(z.array(applicationView)),
  get: procedure.input(onCollection).output(z.object({ application: applicationView, effective })),
  create: procedure
    .input(loginInput.extend({ name: z.string(), method: z.enum(['static_key', 'client_credentials']), collections }))
    /** The secret is shown this once; absent for static keys, which are made apart. */
    .output(z.object({ application: applicationView, clientSecret: z.string().optional() })),
  /** What is left out stays as it is. */
  update: procedure.input(reference.extend({ changes })).output(applicationView),
  /** What the changes would make of it. Changes nothing. */
  preview: procedure.input(onCollection.extend({ changes })).output(effective),
  /** The new secret is shown this once; tokens obtained with the old one end. */
  replaceSecret: procedure
    .input(reference)
    .output(z.object({ application: applicationView, clientSecret: z.string() })),
  enable: procedure.input(reference).output(applicationView),
  disable: procedure.input(reference).output(applicationView),
  delete: procedure.input(reference).output(applicationView),
};
