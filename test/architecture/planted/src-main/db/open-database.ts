export interface Database {
  readonly file: string;
}

export const openDatabase = (file: string): Database => ({ file });
