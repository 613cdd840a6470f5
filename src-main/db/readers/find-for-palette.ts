import type { SearchInput, SearchKind, SearchOutput } from '../../search/search-types.ts';
import type { RecordListRepository } from '../repositories/record-list-repository.ts';
import type { Row } from '../repositories/record-repository.ts';
import type { TicketListRepository } from '../repositories/ticket-list-repository.ts';
import { wholeDesk } from './list-tickets.ts';

export interface PaletteQuery {
  readonly text: string;
  readonly limit: number;
}

export interface PaletteRow {
  readonly kind: 'ticket' | 'article' | 'user' | 'client' | 'agent' | 'asset' | 'service';
  readonly id: number;
  readonly title: string;
  readonly detail: string;
}

const searched = ['ticket', 'article', 'user', 'client', 'asset', 'service'] as const satisfies readonly SearchKind[];
type Searched = (typeof searched)[number];
/** Of each kind, so that none crowds out the others. */
const mostOfKind = 6;

/** How a record of each kind is shown; a row is what its list shows. */
const shown: Readonly<Record<Exclude<Searched, 'ticket'> | 'agent', (row: Row) => [title: Value, ...detail: Value[]]>> =
  {
    article: (row) => [row['title'], row['tags']],
    user: (row) => [row['name'], row['email'], row['clientName']],
    client: (row) => [row['name']],
    asset: (row) => [row['tag'], row['typeName'], row['model'], row['userName']],
    service: (row) => [row['name'], row['categoryName']],
    agent: (row) => [row['name'], row['email']],
  };

type Value = string | number | null | undefined;

const lists = {
  article: 'articles',
  user: 'users',
  client: 'clients',
  asset: 'assets',
  service: 'services',
  agent: 'agents',
} as const;

export function prepareFindForPalette(
  tickets: TicketListRepository,
  records: RecordListRepository,
  search: (input: SearchInput) => SearchOutput,
) {
  const showTicket = (id: number): PaletteRow[] =>
    tickets.describe([id], 0).map((row) => ({
      kind: 'ticket',
      id,
      title: row.summary,
      detail: [row.statusName, row.userName, row.clientName].join(', '),
    }));

  const show = (kind: keyof typeof lists, id: number): PaletteRow[] => {
    const row = records.find(lists[kind], id);
    if (row === undefined) return [];
    const [title, ...detail] = shown[kind](row);
    const text = detail.filter((part) => part !== null && part !== undefined && part !== '').join(', ');
    return [{ kind, id, title: String(title), detail: text }];
  };

  return ({ text, limit }: PaletteQuery): PaletteRow[] =>
    tickets.together(() => {
      const wanted = text.trim();
      if (wanted === '') return [];
      const number = /^#?(\d{1,15})$/.exec(wanted)?.[1];
      const exact = number === undefined ? [] : showTicket(Number(number));
      const agents = records.list({
        list: 'agents',
        filters: {},
        search: wanted,
        sort: 'name',
        descending: false,
        offset: 0,
        limit: mostOfKind,
      });
      const hits = [
        // A name that contains every word answers the whole query.
        ...agents.rows.map((row) => ({ kind: 'agent' as const, id: Number(row['id']), score: 1 })),
        ...searched.flatMap((kind) =>
          search({ kind, text: wanted, viewer: wholeDesk, includeInactive: true, offset: 0, limit: mostOfKind })
            .hits.filter(({ score }) => score > 0)
            .map(({ id, score }) => ({ kind, id, score })),
        ),
      ].sort((one, other) => other.score - one.score);
      const rest = hits
        .filter(({ kind, id }) => kind !== 'ticket' || id !== exact[0]?.id)
        .slice(0, limit)
        .flatMap(({ kind, id }) => (kind === 'ticket' ? showTicket(id) : show(kind, id)));
      return [...exact, ...rest].slice(0, limit);
    });
}
