import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../src-shared/errors/app-error.ts';
import { checksumDesk } from '../support/desk-checksum.ts';
import {
  brokenArguments,
  hostileTexts,
  type InputSchema,
  plainText,
  validArguments,
} from '../support/hostile-arguments.ts';
import { createPoster, type ListedTool, type McpPoster } from '../support/post-mcp.ts';
import { serveDesk, type ServedDesk } from '../support/serve-desk.ts';
import { actionRow, agent, articleRow, monday9, ticketRow, user } from '../support/small-desk.ts';
import { customDesk, everyCustomTool, ownField } from '../support/custom-desk.ts';
import { findDamage } from '../support/written-changes.ts';

const runs = { numRuns: 30, seed: 20_261, endOnFailure: true };
const extras = ['get_clients', 'get_one_client', 'get_sites', 'get_one_site'];
const refusals: ReadonlySet<string> = new Set(errorCodes.filter((code) => code !== 'internal'));
const validators = new AjvJsonSchemaValidator();

let served: ServedDesk;
const posters: Partial<Record<'agent' | 'user', McpPoster>> = {};
const tools: Record<'agent' | 'user', readonly ListedTool[]> = { agent: [], user: [] };

beforeAll(async () => {
  const rows = customDesk();
  rows.desk_ticket.push(ticketRow(1), ticketRow(2, { user_id: user.eve, site_id: 3 }));
  rows.desk_ticket.push(...[3, 4, 5, 6].map((id) => ticketRow(id)));
  rows.desk_action.push(actionRow(1, 1, 1), actionRow(2, 1, 2, { private: 1 }));
  rows.desk_article.push(articleRow(1), articleRow(2, { audience: 'agents' }));
  const asset = { type_id: 1, site_id: 1, user_id: user.uma, status: 'In use', manufacturer: 'Acme', model: 'One' };
  const made = { notes: '', inactive: 0, created_at: monday9, warranty_ends_at: null } as const;
  rows.desk_asset.push({ id: 1, tag: 'LAP-1', serial_number: 'SN1', ...asset, ...made });
  served = await serveDesk(rows);
  // Last what leaves the others nothing to do.
  const closes = ({ name }: { name: string }): number => Number(name === 'CF_finish');
  const customTools = everyCustomTool.toSorted((one, other) => closes(one) - closes(other));
  served.configure({ tools: extras, agentsSeePrivateNotes: true, customTools });
  posters.agent = createPoster(served.endpoint, served.createKey());
  posters.user = createPoster(served.endpoint, served.createKey({ as: 'uma@north.example' }));
  tools.agent = await posters.agent.listTools();
  tools.user = await posters.user.listTools();
});

afterAll(() => served.close());

function poster(who: 'agent' | 'user'): McpPoster {
  const made = posters[who];
  if (made === undefined) throw new Error('There is no server yet.');
  return made;
}

/** How often the desk was changed; the triggers behind it see every row of every table. */
function countChanges(): unknown {
  const { connection } = served.core.database;
  return connection
    .prepare('SELECT (SELECT count(*) FROM trace_change) + (SELECT count(*) FROM trace_change_set)')
    .pluck()
    .get();
}

describe.each(['agent', 'user'] as const)('as %s', (who) => {
  test('arguments that no schema allows are refused with a sentence, and change nothing', async () => {
    expect(tools[who].length).toBeGreaterThan(8);
    const before = { desk: checksumDesk(served.core.database.connection), changes: countChanges() };
    for (const { name, inputSchema } of tools[who]) {
      await fc.assert(
        fc.asyncProperty(brokenArguments(inputSchema as unknown as InputSchema), async (input) => {
          const { isError, error, structured } = await poster(who).call(name, input);
          expect({ isError, structured, code: error?.code }).toEqual({ isError: true, code: 'invalid_arguments' });
          expect(error?.message).toMatch(/^The arguments of \w+ are not valid and nothing was done\. .{10,}/);
          expect(error?.message.length).toBeLessThan(1000);
        }),
        runs,
      );
    }
    expect({ desk: checksumDesk(served.core.database.connection), changes: countChanges() }).toEqual(before);
  }, 60_000);

  test('arguments that the schema allows are answered as the output schema says, or refused and change nothing', async () => {
    for (const { name, inputSchema, outputSchema } of tools[who]) {
      const validate = validators.getValidator(outputSchema);
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(validArguments(inputSchema as unknown as InputSchema), async (input) => {
          const before = countChanges();
          const { isError, error, structured, text } = await poster(who).call(name, input);
          if (isError) {
            expect(refusals).toContain(error?.code);
            expect(error?.message).toMatch(/^[A-Z].*\.$/s);
            // What these may be depends on the desk, which no schema says.
            const isFreeToRefuse = ['ticket_type', 'fields', `field_${ownField.odd}`].some(
              (name) => input[name] !== undefined,
            );
            expect(error?.code === 'invalid_arguments' && !isFreeToRefuse).toBe(false);
            expect(countChanges()).toBe(before);
            return;
          }
          answered += 1;
          expect(validate(structured).errorMessage).toBe(undefined);
          expect(text).toBe(JSON.stringify(structured));
        }),
        runs,
      );
      const { properties = {} } = inputSchema as unknown as InputSchema;
      // Random addresses are nobody’s, and random ids no suggestion’s.
      if (name !== 'apply_suggestion' && !('user_email' in properties))
        expect({ name, answered: answered > 0 }).toEqual({ name, answered: true });
    }
    expect(findDamage(served.core.database.connection)).toEqual([]);
  }, 60_000);

  test('no text is too strange to be searched for', async () => {
    const searches = tools[who].filter(({ inputSchema }) => 'search' in (inputSchema['properties'] as object));
    expect(searches.length).toBeGreaterThan(2);
    for (const search of hostileTexts) {
      for (const { name } of searches)
        expect((await poster(who).call(name, { search })).text).toContain('"record_count":');
    }
  });
});

describe('HTML, SQL and every kind of text come back as they were sent', () => {
  const texts = plainText(70);
  const everyText = hostileTexts.map((text): [string, string] => [text.length > 70 ? 'Long' : text, text]);

  test('in the summary and description of a ticket', async () => {
    const write = async (summary: string, description: string): Promise<void> => {
      const { id } = await poster('agent').read('create_ticket', {
        summary,
        description,
        user_email: 'uma@north.example',
      });
      const ticket = await poster('agent').read('get_one_ticket', { ticket_id: id });
      expect(ticket).toMatchObject({ summary, details: description });
      const shown = await poster('user').read('get_one_ticket', { ticket_id: id });
      expect(shown).toMatchObject({ summary, details: description });
    };
    await fc.assert(fc.asyncProperty(texts, plainText(5000), write), { ...runs, numRuns: 50, examples: everyText });
  });

  test('in notes, replies and logged time', async () => {
    const conversation = async (who: 'agent' | 'user'): Promise<string[]> => {
      const { conversation: entries } = await poster(who).read('get_one_ticket', { ticket_id: 3 });
      return (entries as { note: string }[]).map(({ note }) => note);
    };
    const write = async (note: string): Promise<void> => {
      await poster('agent').read('add_note_to_ticket', { ticket_id: 3, note });
      await poster('agent').read('log_time', { ticket_id: 3, note, hours: 0.5 });
      await poster('user').read('update_ticket', { ticket_id: 3, note });
      expect((await conversation('agent')).slice(-3)).toEqual([note, note, note]);
      expect((await conversation('user')).at(-1)).toBe(note);
    };
    await fc.assert(fc.asyncProperty(plainText(5000), write), {
      ...runs,
      numRuns: 50,
      examples: hostileTexts.map((text) => [text]),
    });
  });

  test('and every table is still there', () => {
    const { connection } = served.core.database;
    expect(findDamage(connection)).toEqual([]);
    expect(connection.prepare('SELECT count(*) FROM desk_agent').pluck().get()).toBe(Object.keys(agent).length);
  });
});

test('a text of the greatest length is taken whole, and one character more is refused', async () => {
  const longest = '😀'.repeat(50_000);
  const { action_id: number } = await poster('agent').read('add_note_to_ticket', { ticket_id: 1, note: longest });
  const stored = served.core.database.connection
    .prepare('SELECT note FROM desk_action WHERE ticket_id = 1 AND number = ?')
    .pluck()
    .get(number);
  expect(stored).toBe(longest);
  const { error } = await poster('agent').call('add_note_to_ticket', { ticket_id: 1, note: `${longest}x` });
  expect(error?.message).toContain('note: Longer than 50,000 characters.');
});
