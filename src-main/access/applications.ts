import { AppError } from '../../src-shared/errors/app-error.ts';
import type { ChangeSets } from '../db/change-sets.ts';
import type {
  ActsAs,
  Application,
  ApplicationMethod,
  ApplicationRepository,
} from '../db/repositories/application-repository.ts';
import type { KeyRepository } from '../db/repositories/key-repository.ts';
import type { OAuthRecordRepository } from '../db/repositories/oauth-record-repository.ts';
import type { PrincipalRepository } from '../db/repositories/principal-repository.ts';
import type { Ports } from '../ports.ts';
import { parseScopes } from './scope-lists.ts';
import { createClientSecret } from './secrets.ts';

export interface NewApplication {
  readonly name: string;
  /** Cannot be changed later: keys and secrets belong to it. */
  readonly method: ApplicationMethod;
  readonly actsAs: ActsAs;
  /** Halo's names. None is allowed: some tools need no scope. */
  readonly scopes: readonly string[];
  readonly enabled?: boolean;
  /** Ids of the only endpoints that it may use; absent or null: all of them. */
  readonly endpoints?: readonly string[] | null;
}

export type ApplicationChanges = Partial<Omit<NewApplication, 'method'>>;

export interface Applications {
  list(): Application[];
  get(id: string): Application;
  /** `secret` is the client secret, shown this once; absent for static keys, which are made apart. */
  create(input: NewApplication): { application: Application; secret?: string };
  update(id: string, changes: ApplicationChanges): Application;
  enable(id: string): Application;
  /** Its keys and access tokens stop at once, and work again when it is enabled. */
  disable(id: string): Application;
  /** Replaces the client secret, shown this once, and ends the access tokens obtained with the old one. */
  replaceSecret(id: string): { application: Application; secret: string };
  /** With its keys and access tokens. */
  delete(id: string): void;
}

interface Needs extends Pick<ChangeSets, 'inTransaction'> {
  readonly applications: ApplicationRepository;
  readonly keys: KeyRepository;
  readonly records: OAuthRecordRepository;
  readonly principals: PrincipalRepository;
  readonly ports: Pick<Ports, 'now' | 'uuid' | 'randomBytes'>;
  /** Called after a commit. */
  changed(applicationId: string): void;
}

export function createApplications(needs: Needs): Applications {
  const { applications, keys, records, principals, ports, changed } = needs;

  const change = <T>(id: string, work: (application: Application) => T): T => {
    const result = needs.inTransaction(() => work(getApplication(applications, id)));
    changed(id);
    return result;
  };

  const checkFree = (name: string, id: string): void => {
    const holder = applications.findByName(name);
    if (holder === undefined || holder.id === id) return;
    throw new AppError('conflict', `There is already an application named "${holder.name}": choose another name.`);
  };

  const update = (id: string, changes: ApplicationChanges): Application =>
    change(id, (before) => {
      const after = { ...before, ...parse({ ...before, ...changes }) };
      checkFree(after.name, id);
      if (changes.actsAs !== undefined) checkActsAs(principals, after.actsAs);
      applications.update(after);
      return after;
    });

  return {
    list: applications.list,
    get: (id) => getApplication(applications, id),
    create(input) {
      const secret = input.method === 'client_credentials' ? createClientSecret(ports) : undefined;
      const application: Application = {
        ...{ id: ports.uuid(), method: input.method, ...parse(input) },
        ...(secret === undefined ? {} : { secretHint: secret.hint }),
        createdAt: ports.now(),
      };
      needs.inTransaction(() => {
        checkFree(application.name, application.id);
        checkActsAs(principals, application.actsAs);
        applications.insert(application, secret);
      });
      changed(application.id);
      return { application, ...(secret === undefined ? {} : { secret: secret.plaintext }) };
    },
    update,
    enable: (id) => update(id, { enabled: true }),
    disable: (id) => update(id, { enabled: false }),
    replaceSecret: (id) =>
      change(id, (before) => {
        if (before.method !== 'client_credentials') {
          throw new AppError('conflict', `Application "${before.name}" uses static keys: roll a key instead.`);
        }
        const secret = createClientSecret(ports);
        applications.setSecret(id, secret);
        records.removeByClient(id);
        return { application: { ...before, secretHint: secret.hint }, secret: secret.plaintext };
      }),
    delete: (id) =>
      change(id, () => {
        keys.removeAll(id);
        records.removeByClient(id);
        applications.remove(id);
      }),
  };
}

/** Throws `not_found`. */
export function getApplication(applications: ApplicationRepository, id: string): Application {
  const found = applications.find(id);
  if (found) return found;
  throw new AppError('not_found', `There is no application with id "${id}". List the applications to see their ids.`);
}

function parse({ name, actsAs, scopes, enabled = true, endpoints = null }: Omit<NewApplication, 'method'>) {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > 100) {
    throw new AppError('invalid_arguments', "An application's name has 1 to 100 characters.");
  }
  return { name: trimmed, actsAs, scopes: parseScopes(scopes), enabled, endpoints };
}

function checkActsAs(principals: PrincipalRepository, actsAs: ActsAs): void {
  const refuse = (message: string) => new AppError('invalid_arguments', message);
  if (actsAs.kind === 'agent') {
    const agent = principals.findAgent(actsAs.agentId);
    if (!agent) throw refuse(`There is no agent with id ${actsAs.agentId}: choose one of the desk's agents.`);
    if (agent.disabled === 1) throw refuse(`Agent ${agent.name} is disabled: choose an enabled agent.`);
  }
  if (actsAs.kind === 'user') {
    const user = principals.findUser(actsAs.userId);
    if (!user) throw refuse(`There is no user with id ${actsAs.userId}: choose one of the desk's users.`);
    if (user.inactive === 1) throw refuse(`User ${user.name} is inactive: choose an active user.`);
  }
}
