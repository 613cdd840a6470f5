import { useQuery } from '@tanstack/react-query';
import type { RecordKind } from '../../../src-shared/domain/record-kinds.ts';
import type { FieldSetter } from '../../../src-shared/api/traces.ts';
import { api } from '../../api/client.ts';

/** Answers who or what set a column of the record last; with a value, for that one of the rows that belong to it. */
export function useFieldSetters(kind: RecordKind, id: number) {
  const { data } = useQuery(api.traces.fields.queryOptions({ input: { kind, id } }));
  return (column: string, value?: number): FieldSetter | undefined =>
    data
      ?.filter((setter) => setter.column === column && (value === undefined || setter.value === value))
      .reduce<FieldSetter | undefined>((latest, each) => (latest && latest.at > each.at ? latest : each), undefined);
}
