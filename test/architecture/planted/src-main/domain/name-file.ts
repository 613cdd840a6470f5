import type { Database } from '../db/open-database.ts';

export const nameFile = ({ file }: Database): string => file;
