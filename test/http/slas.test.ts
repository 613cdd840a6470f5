import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenAdmin, openAdmin } from '../support/open-admin.ts';

let admin: OpenAdmin;
beforeAll(async () => {
  admin = await openAdmin();
}, 60_000);
afterAll(() => admin.close());

const sql = <T>(text: string): T[] => admin.served.core.database.connection.prepare(text).pluck().all() as T[];

/** The calendar of the demo desk's office: 08:00 to 18:00 in London. */
async function findOfficeHours(): Promise<number> {
  const { calendars } = await admin.client.lookups.get();
  return calendars.find(({ name }) => name === 'Office hours')?.id ?? 0;
}

describe('SLAs and calendars', () => {
  const none = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };

  it('The preview says what the clock would: working hours and holidays of the zone, over a weekend.', async () => {
    const targets = [{ priorityId: 1, respondSeconds: 3600, fixSeconds: 4 * 3600 }];
    // The Monday is a bank holiday.
    const calendarId = await findOfficeHours();
    const preview = await admin.client.slas.preview({ calendarId, day: '2026-08-28', time: '16:30', targets });
    expect(preview).toMatchObject({
      zone: 'Europe/London',
      openedAt: '2026-08-28T15:30:00.000Z',
      due: [{ respondByAt: '2026-08-28T16:30:00.000Z', fixByAt: '2026-09-01T09:30:00.000Z' }],
    });
  });

  it('A response is promised no later than the fix, and nothing that would take years.', async () => {
    const { slas, calendars } = admin.client;
    const { revision } = await slas.get({ id: 1 });
    const late = [{ priorityId: 1, respondSeconds: 7200, fixSeconds: 3600 }];
    await expect(slas.update({ id: 1, revision, changes: { targets: late } })).rejects.toThrow(/later than the fix/);
    const hours = { ...none, monday: [['09:00', '10:00']] as [string, string][] };
    const calendar = await calendars.create({ name: 'An hour a week', zone: 'UTC', hours, holidays: [] });
    const long = [{ priorityId: 1, respondSeconds: 3600, fixSeconds: 400 * 3600 }];
    await expect(slas.create({ name: 'Slow', calendarId: calendar.id, targets: long })).rejects.toThrow(/take years/);
    const used = await calendars.get({ id: await findOfficeHours() });
    await expect(calendars.update({ id: used.id, revision: used.revision, changes: { hours } })).rejects.toThrow(
      /^With these working hours, what Planned work promises within 400 working hours/,
    );
    expect(sql("SELECT id FROM desk_sla WHERE name = 'Slow'")).toEqual([]);
  });

  it('Hours, zones and holidays that make no sense are refused in words.', async () => {
    const { calendars } = admin.client;
    const good = { name: 'Odd', zone: 'Europe/Paris', hours: { ...none, monday: [['09:00', '17:00']] }, holidays: [] };
    const make = (more: object) =>
      calendars.create({ ...good, ...more } as unknown as Parameters<typeof calendars.create>[0]);
    for (const [more, words] of [
      [{ hours: none }, /would never let anything become due/],
      [{ hours: { ...none, monday: [['17:00', '09:00']] } }, /17:00–09:00 ends before it begins/],
      [
        {
          hours: {
            ...none,
            monday: [
              ['09:00', '12:00'],
              ['11:00', '13:00'],
            ],
          },
        },
        /begins before/,
      ],
      [{ hours: { ...none, monday: [['9', '17']] } }, /written like 09:00/],
      [{ zone: 'Europe/Atlantis' }, /There is no time zone/],
      [{ holidays: ['2026-02-30'] }, /Must be a day/],
    ] as const) {
      await expect(make(more)).rejects.toThrow(words);
    }
    expect(await make({ holidays: ['2026-12-25', '2026-01-01', '2026-12-25'] })).toMatchObject({
      weekMinutes: 480,
      holidays: ['2026-01-01', '2026-12-25'],
    });
  });
});
