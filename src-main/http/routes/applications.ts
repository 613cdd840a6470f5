import type { ApplicationEffect, ApplicationView } from '../../../src-shared/api/applications.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { parseScopes } from '../../access/scope-lists.ts';
import type { ActsAs, Application } from '../../db/repositories/application-repository.ts';
import { getEndpoint } from '../change-collection.ts';
import { choosePerson } from '../choose-person.ts';
import { describeEffect } from '../describe-effect.ts';
import { dropUndefined } from '../drop-undefined.ts';
import { nameCollection } from '../name-collection.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';

/** Everything that the desk's tools may need, and no administration of Halo. */
export const defaultScopes = ['all:standard'];

export const applicationRoutes = {
  list: os.applications.list.handler(({ context: { core } }) =>
    core.access.applications.list().map((application) => viewOfApplication(core, application)),
  ),
  get: os.applications.get.handler(({ context: { core }, input }) => {
    const application = getApplication(core, input.application);
    return {
      application: viewOfApplication(core, application),
      effective: describeEffect(core, application, getEndpoint(core, input.collection ?? 'default')),
    };
  }),
  create: os.applications.create.handler(({ context: { core }, input }) => {
    const { application, secret } = core.access.applications.create({
      name: input.name,
      method: input.method,
      actsAs: chooseLogin(core, input),
      scopes: input.scopes ?? defaultScopes,
      endpoints: findEndpointIds(core, input.collections) ?? null,
    });
    return {
      application: viewOfApplication(core, application),
      ...(secret !== undefined && { clientSecret: secret }),
    };
  }),
  update: os.applications.update.handler(({ context: { core }, input }) => {
    const { id } = getApplication(core, input.application);
    return viewOfApplication(core, core.access.applications.update(id, readChanges(core, input.changes)));
  }),
  preview: os.applications.preview.handler(({ context: { core }, input }): ApplicationEffect => {
    const application = getApplication(core, input.application);
    const { scopes, ...changes } = readChanges(core, input.changes);
    const changed = {
      ...application,
      ...changes,
      scopes: scopes === undefined ? application.scopes : parseScopes(scopes),
    };
    return describeEffect(core, changed, getEndpoint(core, input.collection ?? 'default'));
  }),
  replaceSecret: os.applications.replaceSecret.handler(({ context: { core }, input }) => {
    const { id } = getApplication(core, input.application);
    const { application, secret } = core.access.applications.replaceSecret(id);
    return { application: viewOfApplication(core, application), clientSecret: secret };
  }),
  enable: os.applications.enable.handler(({ context: { core }, input }) =>
    viewOfApplication(core, core.access.applications.enable(getApplication(core, input.application).id)),
  ),
  disable: os.applications.disable.handler(({ context: { core }, input }) =>
    viewOfApplication(core, core.access.applications.disable(getApplication(core, input.application).id)),
  ),
  delete: os.applications.delete.handler(({ context: { core }, input }) => {
    const application = getApplication(core, input.application);
    core.access.applications.delete(application.id);
    return viewOfApplication(core, application);
  }),
};

interface Login {
  readonly as?: string | undefined;
  readonly service?: boolean | undefined;
}

interface Changes extends Login {
  readonly name?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly enabled?: boolean | undefined;
  readonly collections?: readonly string[] | null | undefined;
}

/** Who it logs in as stays as it is unless somebody is named. */
function readChanges(core: DoorCore, { as, service, collections, ...rest }: Changes) {
  const named = as !== undefined || service === true;
  const endpoints = findEndpointIds(core, collections);
  return {
    ...dropUndefined(rest),
    ...(endpoints !== undefined && { endpoints }),
    ...(named && { actsAs: chooseLogin(core, { as, service }) }),
  };
}

function findEndpointIds(core: DoorCore, collections: Changes['collections']): string[] | null | undefined {
  return collections?.map((each) => getEndpoint(core, each).id) ?? (collections === null ? null : undefined);
}

export function chooseLogin(core: DoorCore, { as, service }: Login): ActsAs {
  if (service === true) {
    if (as === undefined) return { kind: 'service' };
    throw new AppError('invalid_arguments', 'An application logs in either as a person or as a service, not both.');
  }
  const principal = choosePerson(core, as);
  return principal.kind === 'agent'
    ? { kind: 'agent', agentId: principal.agentId }
    : { kind: 'user', userId: principal.userId };
}

/** By id or by name, whatever the case of its letters. */
export function findApplication(core: DoorCore, reference: string): Application | undefined {
  const wanted = reference.trim().toLowerCase();
  const all = core.access.applications.list();
  return all.find(({ id }) => id === wanted) ?? all.find(({ name }) => name.toLowerCase() === wanted);
}

export function getApplication(core: DoorCore, reference: string): Application {
  const found = findApplication(core, reference);
  if (found !== undefined) return found;
  const message = `There is no application with the id or name "${reference}". List the applications to see them.`;
  throw new AppError('not_found', message);
}

export function viewOfApplication({ access, endpoints: all }: DoorCore, application: Application): ApplicationView {
  const { id, name, method, actsAs, scopes, enabled, endpoints, secretHint, createdAt } = application;
  const label = describeLogin(actsAs);
  return {
    ...{ id, name, method, actsAs: label, scopes: [...scopes], enabled },
    ...(actsAs.kind !== 'service' && { person: access.describePrincipal(label) }),
    ...(endpoints !== null && { collections: endpoints.map((each) => nameCollection(all, each)) }),
    ...(secretHint !== undefined && { secretHint }),
    createdAt: toTimestamp(createdAt),
  };
}

function describeLogin(actsAs: ActsAs): string {
  switch (actsAs.kind) {
    case 'agent':
      return `agent:${actsAs.agentId}`;
    case 'user':
      return `user:${actsAs.userId}`;
    case 'service':
      return 'service';
  }
}
