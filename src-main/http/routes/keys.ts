import type { IssuedKeyView, KeyView } from '../../../src-shared/api/keys.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { IssuedKey } from '../../access/keys.ts';
import type { Application } from '../../db/repositories/application-repository.ts';
import type { Key } from '../../db/repositories/key-repository.ts';
import { getEndpoint } from '../change-collection.ts';
import { choosePerson } from '../choose-person.ts';
import { nameCollection } from '../name-collection.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';
import { chooseLogin, defaultScopes, findApplication, getApplication, viewOfApplication } from './applications.ts';

interface Wanted {
  readonly name?: string | undefined;
  readonly as?: string | undefined;
  readonly service?: boolean | undefined;
  readonly scopes?: readonly string[] | undefined;
}

export const keyRoutes = {
  list: os.keys.list.handler(({ context: { core }, input }) => {
    const { applications, keys } = core.access;
    const asked = input.application === undefined ? applications.list() : [getApplication(core, input.application)];
    return asked.flatMap((application) => keys.list(application.id).map((key) => viewOf(core, key, application)));
  }),
  create: os.keys.create.handler(({ context: { core }, input }) => {
    const expiresAt = input.expiresAt === undefined ? undefined : Date.parse(input.expiresAt);
    if (expiresAt !== undefined && expiresAt <= core.ports.now()) {
      // Checked before an application is made for nothing.
      throw new AppError('invalid_arguments', 'A key must expire at a time in the future, or not at all.');
    }
    const endpointId = findEndpointId(core, input.collection);
    return issued(core, core.access.keys.create(chooseApplication(core, input).id, { expiresAt, endpointId }));
  }),
  roll: os.keys.roll.handler(({ context: { core }, input }) => {
    const expiresAt = input.expiresAt === undefined ? undefined : Date.parse(input.expiresAt);
    return issued(core, core.access.keys.roll(input.id, { expiresAt }));
  }),
  setExpiry: os.keys.setExpiry.handler(({ context: { core }, input }) => {
    const expiresAt = input.expiresAt === undefined ? undefined : Date.parse(input.expiresAt);
    return shown(core, core.access.keys.setExpiry(input.id, expiresAt));
  }),
  bind: os.keys.bind.handler(({ context: { core }, input }) =>
    shown(core, core.access.keys.bind(input.id, findEndpointId(core, input.collection))),
  ),
  enable: os.keys.enable.handler(({ context: { core }, input }) => shown(core, core.access.keys.enable(input.id))),
  disable: os.keys.disable.handler(({ context: { core }, input }) => shown(core, core.access.keys.disable(input.id))),
  delete: os.keys.delete.handler(({ context: { core }, input }) => {
    const key = core.access.keys.get(input.id);
    core.access.keys.delete(input.id);
    return shown(core, key);
  }),
};

/** The application that is named, or a new one. */
function chooseApplication(core: DoorCore, { name, as, service, scopes }: Wanted): Application {
  const known = name === undefined ? undefined : findApplication(core, name);
  if (known !== undefined) {
    if (as === undefined && service !== true && scopes === undefined) return known;
    const message = `Application "${known.name}" exists, and its keys act as it says. Choose another name, or leave out who and which scopes.`;
    throw new AppError('conflict', message);
  }
  const actsAs = chooseLogin(core, { as, service });
  const method = 'static_key';
  const { application } = core.access.applications.create({
    name: name ?? inventName(core, service === true ? 'a service' : choosePerson(core, as).name),
    ...{ method, actsAs, scopes: scopes ?? defaultScopes },
  });
  return application;
}

function inventName(core: DoorCore, who: string): string {
  const first = `Key of ${who}`;
  for (let number = 2, name = first; ; name = `${first} ${number++}`) {
    if (findApplication(core, name) === undefined) return name;
  }
}

function issued(core: DoorCore, { key, plaintext }: IssuedKey): IssuedKeyView {
  const application = core.access.applications.get(key.applicationId);
  return { secret: plaintext, key: viewOf(core, key, application), application: viewOfApplication(core, application) };
}

function shown(core: DoorCore, key: Key): KeyView {
  return viewOf(core, key, core.access.applications.get(key.applicationId));
}

function findEndpointId(core: DoorCore, collection: string | undefined): string | undefined {
  return collection === undefined ? undefined : getEndpoint(core, collection).id;
}

function viewOf(core: DoorCore, key: Key, { id, name }: Application): KeyView {
  const { slot, hint, enabled, endpointId, createdAt, expiresAt, lastUse } = key;
  return {
    ...{ id: key.id, application: { id, name }, slot, hint, enabled, createdAt: toTimestamp(createdAt) },
    ...(endpointId !== undefined && { collection: nameCollection(core.endpoints, endpointId) }),
    ...(expiresAt !== undefined && { expiresAt: toTimestamp(expiresAt) }),
    ...(lastUse !== undefined && { lastUse: { at: toTimestamp(lastUse.at), from: lastUse.from } }),
  };
}
