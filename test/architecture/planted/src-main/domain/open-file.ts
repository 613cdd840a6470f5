// breaks: database-types-in-domain
import { openDatabase } from '../db/open-database.ts';

export const openFile = openDatabase;
