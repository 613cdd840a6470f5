// breaks: no-cycle
import { countPongs } from './count-pongs.ts';

export const countPings = (left: number): number => (left > 0 ? countPongs(left - 1) : 0);
