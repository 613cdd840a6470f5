import { useUrlState } from '../../components/use-url-state.ts';

const defaults = {
  /** `alone`: without the conversations beside it. */
  view: 'together',
  /** The id of the turn whose requests are shown. */
  raw: undefined,
  /** The number of the turn to begin at. */
  turn: undefined,
} as const satisfies Record<string, string | undefined>;

export function usePlaygroundUrl() {
  return useUrlState(defaults);
}
