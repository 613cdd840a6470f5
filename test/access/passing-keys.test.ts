import { expect, it } from 'vitest';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { openAccessDesk } from './access-desk.ts';

type Desk = ReturnType<typeof openAccessDesk>;

const minute = 60_000;

function refusalOf({ access }: Pick<Desk, 'access'>, key: string): AppError {
  try {
    access.authenticate({ authorization: `Bearer ${key}` });
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthorized') return error;
    throw error;
  }
  throw new Error('The request was let in.');
}

it('is the person that it was made for, with all scopes and through no application, on its endpoint alone', () => {
  const { access } = openAccessDesk();
  const use = { endpointId: 'somewhere', as: 'agent:1' };
  const { plaintext } = access.passingKeys.issue(use);
  for (const headers of [{ authorization: `Bearer ${plaintext}` }, { xHaloApiKey: plaintext }]) {
    const { principal, ...rest } = access.authenticate(headers);
    expect(principal).toMatchObject({ kind: 'agent', agentId: 1, scopes: new Set(['all']) });
    expect(principal).not.toHaveProperty('application');
    expect(rest).toEqual({ passing: use, endpointIds: ['somewhere'], expiresAt: expect.any(Number) as unknown });
  }
});

it('is an application by its own scopes, until that is disabled', () => {
  const desk = openAccessDesk();
  const { access } = desk;
  const { application } = access.applications.create({
    ...{ name: 'Nightly', method: 'static_key', actsAs: { kind: 'service' }, scopes: ['read:kb'] },
  });
  const { plaintext } = access.passingKeys.issue({ endpointId: 'default', as: `service:${application.id}` });
  const { principal, applicationId } = access.authenticate({ xHaloApiKey: plaintext });
  expect({ name: principal.name, scopes: principal.scopes, applicationId }).toEqual({
    ...{ name: 'Nightly', scopes: new Set(['read:kb']), applicationId: application.id },
  });
  access.applications.disable(application.id);
  expect(refusalOf(desk, plaintext).message).toContain('"Nightly" is disabled');
});

it('lets in nobody once its use has ended, and nobody half an hour after it was made', () => {
  const desk = openAccessDesk();
  const use = { endpointId: 'default', as: 'agent:3' };
  const [ended, forgotten] = [desk.access.passingKeys.issue(use), desk.access.passingKeys.issue(use)];
  ended.end();
  expect(refusalOf(desk, ended.plaintext).message).toBe('The key or access token is not valid.');
  desk.clock.now += 30 * minute - 1;
  expect(desk.access.authenticate({ xHaloApiKey: forgotten.plaintext }).principal.name).toBe('Ada');
  desk.clock.now += 1;
  expect(refusalOf(desk, forgotten.plaintext)).toEqual(refusalOf(desk, ended.plaintext));
});

it('lets in nobody whom an administrator has disabled meanwhile', () => {
  const desk = openAccessDesk();
  const { plaintext } = desk.access.passingKeys.issue({ endpointId: 'default', as: 'agent:1' });
  desk.access.authenticate({ xHaloApiKey: plaintext });
  desk.editDesk('UPDATE desk_agent SET disabled = 1 WHERE id = 1');
  expect(refusalOf(desk, plaintext).message).toContain('Agent Tess is disabled');
});

it('has the shape of no static key, is in no file and in no log, and is unknown to another start', () => {
  const desk = openAccessDesk();
  const { plaintext } = desk.access.passingKeys.issue({ endpointId: 'default', as: 'agent:3' });
  expect(plaintext).toMatch(/^halo_pass_[0-9A-Za-z]{43}$/);
  desk.access.authenticate({ xHaloApiKey: plaintext });
  expect(desk.bytesOnDisk().includes(plaintext)).toBe(false);
  expect(desk.logged.join('\n')).not.toContain(plaintext);
  expect(refusalOf({ access: desk.restart() }, plaintext).message).toBe('The key or access token is not valid.');
});
