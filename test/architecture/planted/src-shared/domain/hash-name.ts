// breaks: shared-alone, TS2591
import { createHash } from 'node:crypto';

export const hash = typeof createHash;
