import { expect, it } from 'vitest';
import { openAccessDesk } from './access-desk.ts';

it('finds agents before users, in any case, with every scope and no application', () => {
  const { access } = openAccessDesk();
  const principal = access.principalByEmail('ADA@desk.example');
  expect(principal).toMatchObject({ kind: 'agent', agentId: 3, scopes: new Set(['all']) });
  expect(principal).not.toHaveProperty('application');
  expect(access.principalByEmail('uma@northwind.example', ['read:kb'])).toMatchObject({
    ...{ kind: 'user', userId: 1, scopes: new Set(['read:kb']) },
  });
});

it("is the desk's first enabled administrator when nobody is named", () => {
  const { access, editDesk } = openAccessDesk();
  expect(access.principalByEmail(undefined)).toMatchObject({ agentId: 3 });
  editDesk('UPDATE desk_agent SET disabled = 1 WHERE id = 3');
  expect(() => access.principalByEmail(undefined)).toThrow(/no enabled agent with an administrator role/);
});

it('says what to do about an address that is unknown, disabled or inactive', () => {
  const { access } = openAccessDesk();
  expect(() => access.principalByEmail('x@y.example')).toThrow(/no agent or user .*"x@y\.example".*--as/);
  expect(() => access.principalByEmail('gone@desk.example')).toThrow(/Agent Gone is disabled/);
  expect(() => access.principalByEmail('left@northwind.example')).toThrow(/User Left is inactive/);
});
