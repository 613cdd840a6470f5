import type { UseQueryOptions } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import type { PagedKind } from '../record/record-path.ts';
import type { DeskForm } from './desk-form.ts';

/** What a record and several are called, capitalised: "Article" and "Articles". */
export interface RecordNouns {
  readonly one: string;
  readonly many: string;
}

interface RecordProps<Data> {
  readonly record: Data;
}

interface DeskTab<Data> {
  /** In the address. */
  readonly value: string;
  readonly Title: ComponentType<RecordProps<Data>>;
  readonly Content: ComponentType<RecordProps<Data>>;
}

/** A kind of desk record, as its list, its panel and its page show it. */
export interface DeskKind<Data, Values> extends RecordNouns {
  readonly kind: PagedKind;
  /** Its list: what it is called and where it is. */
  readonly list: string;
  readonly path: string;
  readonly query: (id: number) => UseQueryOptions<Data, Error, Data>;
  readonly titleOf: (record: Data) => string;
  /** Above the tabs. */
  readonly Head?: ComponentType<RecordProps<Data>>;
  /** The first tab; it is named after the kind unless it has a name of its own. */
  readonly Details: ComponentType<RecordProps<Data>>;
  readonly details?: { readonly value: string; readonly title: string };
  /** Further tabs, between the first one and the form. */
  readonly tabs?: readonly DeskTab<Data>[];
  readonly form: DeskForm<Values, Data>;
}
