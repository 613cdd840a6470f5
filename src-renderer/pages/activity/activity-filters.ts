import type { ActivityFilter } from '../../../src-shared/api/activity.ts';
import type { UrlState } from '../../components/use-url-state.ts';

export const activityDefaults = {
  text: '',
  tool: [],
  application: [],
  principal: [],
  client: [],
  outcome: [],
  wrote: undefined,
  made: undefined,
  from: undefined,
  to: undefined,
  live: 'on',
  open: undefined,
} as const satisfies Record<string, string | readonly string[] | undefined>;

export type ActivityUrl = UrlState<typeof activityDefaults>;

const { live: _live, open: _open, ...filterDefaults } = activityDefaults;

/** What an address says that shows every call; whether the list follows and the open call stay as they are. */
export const noActivityFilters = filterDefaults;

export function isFiltered(url: ActivityUrl): boolean {
  return Object.keys(readActivityFilter(url)).length > 0;
}

/** What the address asks for, as the core takes it; what makes no sense in it is left out. */
export function readActivityFilter(url: ActivityUrl): ActivityFilter {
  const text = url.text.trim().slice(0, 200);
  const lists = { tools: url.tool, applications: url.application, principals: url.principal, clients: url.client };
  const moments = { from: readMoment(url.from), to: readMoment(url.to) };
  const outcome = readOutcome(url.outcome);
  return {
    ...Object.fromEntries(
      Object.entries(lists)
        .filter(([, names]) => names.length > 0)
        .map(([name, names]) => [name, names.slice(0, 50)]),
    ),
    ...Object.fromEntries(Object.entries(moments).filter(([, moment]) => moment !== undefined)),
    ...(outcome !== undefined && { outcome }),
    ...(url.wrote === 'yes' && { wrote: true }),
    ...(url.wrote === 'no' && { wrote: false }),
    ...((url.made === 'playground' || url.made === 'elsewhere') && { madeIn: url.made }),
    ...(text !== '' && { text }),
  };
}

function readOutcome(chosen: readonly string[]): ActivityFilter['outcome'] {
  const codes = chosen.filter((one) => one !== 'ok' && one !== 'failed').slice(0, 20);
  const all = chosen.includes('ok') && (chosen.includes('failed') || codes.length > 0);
  if (chosen.length === 0 || all) return undefined;
  if (chosen.includes('ok')) return 'ok';
  return chosen.includes('failed') ? 'failed' : codes;
}

/** A time of this machine's clock, as a field for date and time writes it. */
function readMoment(text: string | undefined): string | undefined {
  const moment = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
