import { rankText } from '../../search/rank-text.ts';

export const readRanked = rankText;
