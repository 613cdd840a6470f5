import type { ReaderQueries } from './index.ts';

export interface ReaderRequest {
  readonly id: number;
  readonly name: keyof ReaderQueries;
  readonly input: unknown;
}

export type ReaderAnswer =
  { readonly id: number; readonly output: unknown } | { readonly id: number; readonly error: string };
