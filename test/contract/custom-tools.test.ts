import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CustomTool } from '../../src-shared/domain/custom-tools.ts';
import { estimateTokens } from '../../src-shared/domain/estimate-tokens.ts';
import { customDesk, customTool, everyCustomTool, laptopType, ownField, template } from '../support/custom-desk.ts';
import { find, namesOf, schemaOf } from '../support/list-custom-tools.ts';
import { hostileTexts } from '../support/hostile-arguments.ts';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';
import { createPoster, type McpPoster } from '../support/post-mcp.ts';
import { fillFolder } from '../support/serve-desk.ts';
import { status, team, ticketRow, type, user } from '../support/small-desk.ts';
import { outcome, step } from '../support/workflow-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'custom-'));
let admin: OpenAdmin;
let ada: McpPoster;
let tess: McpPoster;
let uma: McpPoster;

beforeAll(async () => {
  const rows = customDesk();
  fillFolder(folder, {
    ...rows,
    desk_ticket: [
      ticketRow(1, { step_id: step.new, status_id: status.new }),
      ticketRow(2, { step_id: step.working }),
      ticketRow(3, { step_id: step.done, status_id: status.closed, closed_at: 1 }),
    ],
  });
  admin = await openAdmin({ folder });
  ada = createPoster(admin.served.endpoint, admin.served.createKey());
  tess = createPoster(admin.served.endpoint, admin.served.createKey({ as: 'tess@desk.example' }));
  uma = createPoster(admin.served.endpoint, admin.served.createKey({ as: 'uma@north.example' }));
});
afterAll(async () => {
  await admin.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  const unlimited = { ticketTypeIds: [], teamIds: [], clientIds: [] };
  admin.served.configure({ includeAllSystemTools: true, tools: [], profile: 'latest', limits: unlimited });
  await admin.client.endpoint.update({ customTools: [] });
});

const put = (tool: CustomTool, replaces?: string) =>
  admin.client.customTools.put({ endpoint: 'default', tool, ...(replaces !== undefined && { replaces }) });
const preview = (tool: CustomTool) => admin.client.customTools.preview({ endpoint: 'default', tool });
const one = (sql: string) => admin.served.core.database.connection.prepare(sql).get() as Record<string, unknown>;
const edit = (sql: string) =>
  admin.served.core.database.inChangeSet({ kind: 'edit', actor: 'test', label: 'test' }, () =>
    admin.served.core.database.connection.exec(sql),
  );
const laptop = (more: Partial<CustomTool> = {}) =>
  customTool('CF_laptop', {
    ...{ use: 'log_ticket', settings: { of: 'template', templateId: template.laptop, parameters: 'fields' } },
    ...more,
  });

describe('a custom tool', () => {
  test('is listed after the built-in ones, beside "include all" as well, exactly as its preview said', async () => {
    for (const tool of everyCustomTool) {
      const before = await preview(tool);
      expect(before.trouble).toBeUndefined();
      await put(tool);
      for (const { audience, tool: listed, estimatedTokens } of before.listings) {
        expect(listed).toEqual(await find(audience === 'agents' ? ada : uma, tool.name));
        expect(estimatedTokens).toBe(estimateTokens(JSON.stringify(listed)));
      }
    }
    const all = (await ada.listTools()).map(({ name }) => name);
    expect(all.slice(-7)).toEqual(everyCustomTool.map(({ name }) => name).filter((name) => name !== 'CF_withdraw'));
    await admin.client.tools.pickOneByOne();
    expect(await namesOf(ada)).toHaveLength(7);
    expect(await namesOf(uma)).toEqual(['CF_incident', 'CF_laptop', 'CF_any', 'CF_withdraw', 'CF_remark']);
  });

  test('is listed with the administrator’s words, and its annotations say that it writes', async () => {
    await put(laptop({ title: 'Laptop', instruction: 'When somebody wants a laptop.', parameters: { dock: 'Dock?' } }));
    expect(await find(uma, 'CF_laptop')).toMatchObject({
      ...{ title: 'Laptop', description: 'When somebody wants a laptop.' },
      annotations: { title: 'Laptop', readOnlyHint: false, destructiveHint: false, idempotentHint: false },
      inputSchema: { properties: { dock: { description: 'Dock?', type: 'boolean' } }, additionalProperties: false },
      outputSchema: { type: 'object' },
    });
  });

  test('can be turned off and on with others, is then unknown, and is gone when deleted', async () => {
    await put(laptop());
    expect((await admin.client.tools.choose({ names: ['CF_laptop', 'get_assets'], enabled: false })).changed).toBe(
      true,
    );
    expect(await namesOf(ada)).toEqual([]);
    expect((await ada.listTools()).some(({ name }) => name === 'get_assets')).toBe(false);
    await expect(ada.call('CF_laptop')).rejects.toThrow('Unknown tool: CF_laptop');
    const off = await admin.client.tools.get({ name: 'CF_laptop' });
    expect(off).toMatchObject({
      enabled: false,
      offered: false,
      why: 'It is switched off.',
      custom: { use: 'log_ticket' },
    });
    expect((await admin.client.tools.enable({ name: 'CF_laptop' })).message).toBe('CF_laptop is on.');
    expect(await namesOf(ada)).toEqual(['CF_laptop']);
    await admin.client.customTools.delete({ endpoint: 'default', name: 'CF_laptop' });
    await expect(ada.call('CF_laptop')).rejects.toThrow('Unknown tool: CF_laptop');
  });

  test('is renamed and changed in its place, and not when somebody else changed it meanwhile', async () => {
    for (const tool of everyCustomTool.slice(0, 3)) await put(tool);
    await put({ ...everyCustomTool[1]!, name: 'CF_renamed' }, 'CF_change');
    expect(await namesOf(ada)).toEqual(['CF_incident', 'CF_renamed', 'CF_laptop']);
    const read = everyCustomTool[2]!;
    await put({ ...read, title: 'Theirs' }, 'CF_laptop');
    const late = { endpoint: 'default', tool: { ...read, title: 'Mine' }, replaces: 'CF_laptop', read };
    await expect(admin.client.customTools.put(late)).rejects.toMatchObject({ code: 'conflict' });
    const version = admin.served.core.endpoints.version();
    await put({ ...read, title: 'Theirs' }, 'CF_laptop');
    expect(admin.served.core.endpoints.version()).toBe(version);
  });

  test('with a wrong name, text, use or setting is refused with a sentence', async () => {
    const wrong: readonly [Partial<CustomTool>, RegExp][] = [
      ...['laptop', 'CF_', 'CF_new laptop', 'CF_läptop', 'cf_laptop', 'CF_a-b', ...hostileTexts].map(
        (name) => [{ name }, /The name of a custom tool/] as [Partial<CustomTool>, RegExp],
      ),
      [{ name: `CF_${'x'.repeat(62)}` }, /at most 64 characters/],
      [{ title: ' ' }, /The title of CF_laptop .* Is empty/],
      [{ title: 'Two\nlines' }, /one line/],
      [{ title: 'x'.repeat(101) }, /Longer than 100/],
      [{ instruction: '' }, /The instruction of CF_laptop/],
      [{ instruction: 'bell\u0007' }, /control characters/],
      [{ instruction: 'x'.repeat(4001) }, /Longer than 4,000/],
      [{ parameters: { nothing: 'What?' } }, /has no parameter nothing. It has: user_email, summary/],
      [{ parameters: { dock: '' } }, /The description of dock/],
      [{ use: 'format_disk' }, /There is no use "format_disk"/],
      [{ settings: {} }, /The settings of CF_laptop are not valid/],
      [{ settings: { of: 'template', templateId: '1' } }, /templateId/],
      [{ settings: { of: 'template', templateId: 1, parameters: 'fields', more: 1 } }, /not valid/],
      [{ settings: { of: 'template', templateId: 99, parameters: 'fields' } }, /There is no ticket template 99/],
      [{ settings: { of: 'type', typeId: type.retired } }, /"Retired" is inactive/],
      [{ use: 'specific_action', settings: { outcomeId: outcome.retired } }, /"Retired!" is inactive/],
    ];
    for (const [change, sentence] of wrong) {
      await expect(put(laptop(change))).rejects.toThrow(sentence);
      expect((await preview(laptop(change))).trouble).toMatch(sentence);
    }
    await put(laptop());
    await expect(put(laptop({ name: 'CF_LAPTOP' }))).rejects.toMatchObject({ code: 'conflict' });
    const many = Array.from({ length: 101 }, (_, index) => laptop({ name: `CF_${index}` }));
    await expect(admin.client.endpoint.update({ customTools: many })).rejects.toMatchObject({
      code: 'invalid_arguments',
    });
    expect(await namesOf(ada)).toEqual(['CF_laptop']);
  });
});

describe('a tool that logs tickets', () => {
  test('has of a template the fields of its type as parameters, and the template’s words where none are given', async () => {
    await put(laptop());
    const forAgents = schemaOf(await find(ada, 'CF_laptop'));
    const forUsers = schemaOf(await find(uma, 'CF_laptop'));
    const own = ['laptop_model', 'quantity', 'needed_by', 'dock', 'reason', `field_${ownField.odd}`];
    expect(Object.keys(forUsers.properties)).toEqual(['summary', 'details', ...own]);
    expect(Object.keys(forAgents.properties)).toEqual(['user_email', 'summary', 'details', ...own]);
    expect(forUsers.required).toEqual(['laptop_model', 'needed_by']);
    expect(forAgents.required).toEqual(['user_email', 'laptop_model', 'needed_by']);
    expect(forUsers.properties).toMatchObject({
      laptop_model: { type: 'string', enum: ['14 inch', '16 inch'], description: 'Model.' },
      quantity: { type: 'number' },
      needed_by: { type: 'string', format: 'date' },
      dock: { type: 'boolean' },
    });

    const made = await uma.read('CF_laptop', {
      ...{ laptop_model: '16 inch', quantity: 2, needed_by: '2026-04-01', dock: true, reason: '' },
    });
    expect(made).toMatchObject({ summary: 'New laptop', user_name: 'Uma Own', priority_name: 'Urgent' });
    const id = Number(made['id']);
    expect(one(`SELECT * FROM desk_ticket WHERE id = ${id}`)).toMatchObject({
      ...{ type_id: laptopType, team_id: team.second, category_id: 1, details: 'Which?', source: 'mcp' },
      ...{ user_id: user.uma, site_id: 1 },
    });
    const values = admin.served.core.desk.tickets.listFields(id, laptopType).map(({ value }) => value);
    expect(values).toEqual(['16 inch', '2', '2026-04-01', 'Yes', '', '']);
  });

  test('refuses values that the fields cannot have, and changes nothing then', async () => {
    await put(laptop());
    const good = { laptop_model: '14 inch', needed_by: '2026-04-01' };
    const before = one('SELECT count(*) AS n FROM desk_ticket');
    for (const [wrong, says] of [
      [{ needed_by: '2026-04-01' }, 'laptop_model'],
      [{ ...good, laptop_model: '17 inch' }, 'laptop_model'],
      [{ ...good, needed_by: '1 April' }, 'Must be a date such as'],
      [{ ...good, quantity: 'two' }, 'quantity'],
      [{ ...good, dock: 'maybe' }, 'dock'],
      [{ ...good, [`field_${ownField.odd}`]: 'two\nlines' }, 'one line'],
      [{ ...good, nothing: 'x' }, 'nothing'],
    ] as const) {
      const { error } = await uma.call('CF_laptop', wrong);
      expect(error).toMatchObject({ code: 'invalid_arguments', message: expect.stringContaining(says) as string });
    }
    expect(one('SELECT count(*) AS n FROM desk_ticket')).toEqual(before);
  });

  test('takes of a type a summary and details, and agents say whose ticket it is', async () => {
    await put(everyCustomTool[1]!);
    const words = { summary: 'Move the rack', details: 'On Sunday.' };
    const made = await ada.read('CF_change', { ...words, user_email: 'eve@south.example' });
    expect(made).toMatchObject({ tickettype_name: 'Change Request', user_name: 'Eve Else', summary: 'Move the rack' });
    expect((await ada.call('CF_change', { ...words, user_email: 'no@no.example' })).error?.code).toBe('not_found');
    expect((await ada.call('CF_change', words)).error?.message).toContain('user_email');
  });

  test('of any type lets the model choose among those that the caller may log', async () => {
    await put(everyCustomTool[3]!);
    const kinds = (tool: Awaited<ReturnType<typeof find>>) => schemaOf(tool).properties['ticket_type']?.['enum'];
    expect(kinds(await find(ada, 'CF_any'))).toEqual(['Incident', 'Change Request', 'Laptop Request']);
    expect(kinds(await find(uma, 'CF_any'))).toEqual(['Incident', 'Laptop Request']);
    const words = { summary: 'Please', details: 'Help' };
    const made = await uma.read('CF_any', { ...words, ticket_type: 'Laptop Request' });
    expect(made).toMatchObject({ tickettype_name: 'Laptop Request' });
    expect((await uma.call('CF_any', { ...words, ticket_type: 'Change Request' })).error?.code).toBe(
      'invalid_arguments',
    );
  });

  test('is told of required fields that it would leave empty', async () => {
    const tool = laptop({ settings: { of: 'type', typeId: laptopType, parameters: 'summary' } });
    expect((await preview(tool)).advice).toEqual([expect.stringContaining('leaves empty: Model, Needed by.')]);
  });
});

describe('a tool bound to an action', () => {
  test('has the action’s note and fields as parameters, and uses it on the step that offers it', async () => {
    await put(everyCustomTool[4]!);
    const schema = schemaOf(await find(ada, 'CF_finish'));
    expect(Object.keys(schema.properties)).toEqual(['ticket_id', 'note', 'code']);
    expect(schema.required).toEqual(['ticket_id', 'code']);
    expect((await ada.call('CF_finish', { ticket_id: 2, code: 'C' })).error?.code).toBe('invalid_arguments');
    const { error } = await ada.call('CF_finish', { ticket_id: 3, code: 'A' });
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error?.message).toContain('The action "Finish!" cannot be used on ticket 3 on the step "Done".');
    const done = await ada.read('CF_finish', { ticket_id: 2, code: 'B', note: 'Replaced.' });
    expect(done).toMatchObject({ action: 'Finish!', status_name: 'Closed', workflow_step: { name: 'Done' } });
    expect(one('SELECT note, outcome_id FROM desk_action WHERE ticket_id = 2 ORDER BY id DESC')).toEqual({
      ...{ note: 'Replaced.', outcome_id: outcome.finish },
    });
    // Tickets out of reach are as good as not there.
    expect((await tess.call('CF_finish', { ticket_id: 1, code: 'A' })).error?.code).toBe('not_found');
  });

  test('requires a note where the action has none of its own, and is for those whom the action is for', async () => {
    await put(customTool('CF_ask', { use: 'specific_action', settings: { outcomeId: outcome.ask } }));
    await put(everyCustomTool[6]!);
    expect(schemaOf(await find(ada, 'CF_ask')).required).toEqual(['ticket_id', 'note']);
    expect(await namesOf(uma)).toEqual(['CF_withdraw']);
    expect(await uma.read('CF_withdraw', { ticket_id: 1 })).toMatchObject({ status_name: 'Closed' });
    const seen = await admin.client.tools.get({ name: 'CF_ask', as: 'uma@north.example' });
    expect(seen.why).toBe('It is not offered to users.');
  });

  test('that assigns to whoever uses it is not for applications that are nobody', async () => {
    await put(everyCustomTool[5]!);
    const { applications, keys } = admin.served.core.access;
    const actsAs = { kind: 'service' } as const;
    const { application } = applications.create({ name: 'Nobody', method: 'static_key', actsAs, scopes: ['all'] });
    const service = createPoster(admin.served.endpoint, keys.create(application.id).plaintext);
    expect(await namesOf(service)).toEqual([]);
    expect(await namesOf(ada)).toEqual(['CF_take']);
  });

  test('goes without a way to see a ticket’s step not unnoticed', async () => {
    const tool = everyCustomTool[4]!;
    expect((await preview(tool)).advice).toEqual([]);
    await admin.client.tools.disable({ name: 'get_one_ticket' });
    expect((await preview(tool)).advice).toEqual([expect.stringContaining('does not offer get_one_ticket')]);
  });
});

describe('what custom tools are made of', () => {
  test('takes them along when it goes, they say why, and come back with it', async () => {
    for (const tool of everyCustomTool) await put(tool);
    edit(`UPDATE desk_ticket_type SET inactive = 1 WHERE id = ${laptopType}`);
    edit(`UPDATE desk_outcome SET inactive = 1 WHERE id = ${outcome.finish}`);
    expect(await namesOf(ada)).toEqual(['CF_incident', 'CF_change', 'CF_any', 'CF_take', 'CF_remark']);
    await expect(ada.call('CF_finish', { ticket_id: 1, code: 'A' })).rejects.toThrow('Unknown tool');
    const broken = await admin.client.customTools.get({ endpoint: 'default', name: 'CF_laptop' });
    expect(broken.broken).toBe(
      'The template "New laptop" logs tickets of the type "Laptop Request", which is inactive.',
    );
    expect(await admin.client.tools.get({ name: 'CF_laptop' })).toMatchObject({ offered: false, why: broken.broken });
    const { properties } = schemaOf(await find(ada, 'CF_any'));
    expect(properties['ticket_type']?.['enum']).toEqual(['Incident', 'Change Request']);
    // Others can be changed meanwhile, and what is broken can be turned off.
    await put({ ...everyCustomTool[0]!, title: 'Anew' }, 'CF_incident');
    await admin.client.tools.disable({ name: 'CF_laptop' });
    edit(`UPDATE desk_ticket_type SET inactive = 0 WHERE id = ${laptopType}`);
    edit(`UPDATE desk_outcome SET inactive = 0 WHERE id = ${outcome.finish}`);
    await admin.client.tools.enable({ name: 'CF_laptop' });
    expect(await namesOf(ada)).toHaveLength(7);
  });

  test('gives its parameters anew when its fields change', async () => {
    await put(laptop());
    edit(`UPDATE desk_field SET choices = '["13 inch"]' WHERE id = ${ownField.model}`);
    edit(`UPDATE desk_ticket_type_field SET required = 0 WHERE field_id = ${ownField.needed}`);
    const schema = schemaOf(await find(uma, 'CF_laptop'));
    expect(schema.properties['laptop_model']).toMatchObject({ enum: ['13 inch'] });
    expect(schema.required).toEqual(['laptop_model']);
    edit(`UPDATE desk_field SET choices = '["14 inch","16 inch"]' WHERE id = ${ownField.model}`);
    edit(`UPDATE desk_ticket_type_field SET required = 1 WHERE field_id = ${ownField.needed}`);
  });
});

describe('a collection', () => {
  const inCollection = async (type: 'agent' | 'user', more: object = {}) => {
    const made = await admin.client.collections.create({ name: `C ${Math.random()}`, type, enabled: true, ...more });
    return { made, put: (tool: CustomTool) => admin.client.customTools.put({ endpoint: made.id, tool }) };
  };

  test('for users takes what users may log and use, and no more', async () => {
    const { made, put } = await inCollection('user');
    for (const tool of everyCustomTool) {
      const isFor = !['CF_change', 'CF_finish', 'CF_take'].includes(tool.name);
      if (isFor) await put(tool);
      else await expect(put(tool)).rejects.toThrow(/may not be logged by users|is not for users/);
    }
    const poster = createPoster(made.url ?? '', admin.served.createKey({ as: 'uma@north.example' }));
    const names = ['CF_incident', 'CF_laptop', 'CF_any', 'CF_withdraw', 'CF_remark'];
    expect(await namesOf(poster)).toEqual(names);
    const functions = await admin.client.collections.functions({ collection: made.id });
    expect(functions.filter(({ source }) => source === 'custom').map(({ name }) => name)).toEqual(names);
    expect(await namesOf(ada)).toEqual([]);
  });

  test('logs nothing outside its data limits, and says what a limit took along', async () => {
    const limits = { teamIds: [], clientIds: [], ticketTypeIds: [type.incident] };
    const { made, put } = await inCollection('agent', { limits });
    await put(everyCustomTool[0]!);
    await put(everyCustomTool[3]!);
    await expect(put(everyCustomTool[1]!)).rejects.toThrow('outside the data limits');
    await expect(put(laptop())).rejects.toThrow('outside the data limits');
    const poster = createPoster(made.url ?? '', admin.served.createKey());
    const { properties } = schemaOf(await find(poster, 'CF_any'));
    expect(properties['ticket_type']?.['enum']).toEqual(['Incident']);
    const { version } = await admin.client.collections.get({ collection: made.id });
    const narrower = { limits: { teamIds: [team.second], clientIds: [], ticketTypeIds: [] } };
    await admin.client.collections.save({ collection: made.id, version, changes: narrower });
    expect(await namesOf(poster)).toEqual(['CF_any']);
    const broken = await admin.client.customTools.get({ endpoint: made.id, name: 'CF_incident' });
    expect(broken.broken).toContain('goes to a team outside the data limits');
    // A template's own team counts, and the one of its type does not.
    await put(laptop());
    expect(await namesOf(poster)).toEqual(['CF_any', 'CF_laptop']);
  });

  test('is cloned with its custom tools, read-only without those that write, and they are copied elsewhere', async () => {
    const { made, put } = await inCollection('user');
    await put(laptop());
    const whole = await admin.client.collections.clone({ collection: made.id });
    expect(whole.settings.customTools).toEqual([laptop()]);
    const reading = await admin.client.collections.clone({ collection: made.id, readOnly: true });
    expect(reading.settings.customTools).toEqual([]);
    const copy = { endpoint: made.id, name: 'CF_laptop', to: 'default' };
    await admin.client.customTools.copy(copy);
    await expect(admin.client.customTools.copy(copy)).rejects.toMatchObject({ code: 'conflict' });
    await admin.client.customTools.copy({ ...copy, as: 'CF_laptop_2' });
    expect(await namesOf(ada)).toEqual(['CF_laptop', 'CF_laptop_2']);
  });

  test('says in its versions and differences what became of custom tools, and restores them', async () => {
    const { made, put } = await inCollection('user');
    await put(laptop());
    const { version } = await admin.client.collections.get({ collection: made.id });
    const none = { collection: made.id, changes: { customTools: [] } };
    expect(await admin.client.collections.difference(none)).toMatchObject({
      ...{ toolsRemoved: ['CF_laptop'], settings: ['customTools'] },
    });
    const gone = await admin.client.collections.save({ ...none, version });
    edit(`UPDATE desk_ticket_type SET inactive = 1 WHERE id = ${laptopType}`);
    const back = { collection: made.id, version: gone.version, restore: version };
    expect((await admin.client.collections.restore(back)).settings.customTools).toEqual([laptop()]);
    edit(`UPDATE desk_ticket_type SET inactive = 0 WHERE id = ${laptopType}`);
  });
});

test.each([
  ['2.204', ['CF_incident', 'CF_change'], []],
  ['2.232', ['CF_incident', 'CF_change', 'CF_any'], ['CF_incident', 'CF_any']],
  ['2.236', ['CF_incident', 'CF_change', 'CF_any'], ['CF_incident', 'CF_any']],
] as const)('the release %s has no tools of later ones', async (profile, agents, users) => {
  for (const tool of everyCustomTool) await put(tool);
  await admin.client.endpoint.update({ profile });
  expect(await namesOf(ada)).toEqual(agents);
  expect(await namesOf(uma)).toEqual(users);
  expect((await preview(laptop({ name: 'CF_other' }))).advice).toEqual([expect.stringContaining('from 2.238 on')]);
});
