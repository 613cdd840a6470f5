import { countPings } from './count-pings.ts';

export const countPongs = (left: number): number => (left > 0 ? countPings(left - 1) : 0);
