import Sqlite from 'better-sqlite3';

export const createStore = (file: string) => new Sqlite(file);
