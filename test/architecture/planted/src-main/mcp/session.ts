export interface Session {
  readonly id: string;
}

export const startSession = (id: string): Session => ({ id });
