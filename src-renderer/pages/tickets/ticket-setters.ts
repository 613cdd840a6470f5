import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import type { FieldSetter } from '../../../src-shared/api/traces.ts';
import { useFieldSetters } from '../../components/record/use-field-setters.ts';

/** The columns behind what a ticket's summary shows. */
const columns: Readonly<Record<string, string>> = {
  Status: 'status_id',
  Priority: 'priority_id',
  Type: 'type_id',
  Agent: 'agent_id',
  Team: 'team_id',
  User: 'user_id',
  'Client and site': 'site_id',
  'Fix by': 'fix_by_at',
  Category: 'category_id',
  Service: 'service_id',
  'Parent ticket': 'parent_id',
  Assets: 'asset_id',
  Articles: 'article_id',
};

/** Who or what set each fact of a ticket last, by its label. */
export function useTicketSetters({ id, fields }: TicketRecord): Readonly<Record<string, FieldSetter | undefined>> {
  const find = useFieldSetters('ticket', id);
  return Object.fromEntries([
    ...fields.map((field) => [field.label, find('field_id', field.id)] as const),
    ...Object.entries(columns).map(([label, column]) => [label, find(column)] as const),
  ]);
}
