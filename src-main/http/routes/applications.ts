import type { ApplicationView } from '../../../src-shared/api/applications.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ActsAs, Application } from '../../db/repositories/application-repository.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';

/** Everything that the desk's tools may need, and no administration of Halo. */
export const defaultScopes = ['all:standard'];

export const applicationRoutes = {
  list: os.applications.list.handler(({ context: { core } }) => core.access.applications.list().map(viewOfApplication)),
  create: os.applications.create.handler(({ context: { core }, input }) => {
    const { application, secret } = core.access.applications.create({
      name: input.name,
      method: input.method,
      actsAs: chooseLogin(core, input),
      scopes: input.scopes ?? defaultScopes,
    });
    return {
      application: viewOfApplication(application),
      ...(secret !== undefined && { clientSecret: secret }),
    };
  }),
  enable: os.applications.enable.handler(({ context: { core }, input }) =>
    viewOfApplication(core.access.applications.enable(getApplication(core, input.application).id)),
  ),
  disable: os.applications.disable.handler(({ context: { core }, input }) =>
    viewOfApplication(core.access.applications.disable(getApplication(core, input.application).id)),
  ),
  delete: os.applications.delete.handler(({ context: { core }, input }) => {
    const application = getApplication(core, input.application);
    core.access.applications.delete(application.id);
    return viewOfApplication(application);
  }),
};

export function chooseLogin(
  core: DoorCore,
  { as, service }: { as?: string | undefined; service?: boolean | undefined },
): ActsAs {
  if (service === true) {
    if (as === undefined) return { kind: 'service' };
    throw new AppError('invalid_arguments', 'An application logs in either as a person or as a service, not both.');
  }
  const principal = core.access.principalByEmail(as);
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

export function viewOfApplication(application: Application): ApplicationView {
  const { id, name, method, actsAs, scopes, enabled, secretHint, createdAt } = application;
  return {
    ...{ id, name, method, actsAs: describeLogin(actsAs), scopes: [...scopes], enabled },
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
