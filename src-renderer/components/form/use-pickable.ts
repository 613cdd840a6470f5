import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';

export type PickedKind = 'user' | 'asset' | 'site';

interface Pickable {
  readonly id: number;
  readonly name: string;
  /** What tells it from another of the same name. */
  readonly detail: string;
}

const most = 20;

/** Records that fit the text, at most twenty; asked for while `open`. */
export function usePickable(kind: PickedKind, text: string, open: boolean): readonly Pickable[] {
  const when = (which: PickedKind) => ({ enabled: open && kind === which, placeholderData: keepPreviousData });
  const users = useQuery(api.users.suggest.queryOptions({ input: { text }, ...when('user') }));
  const assets = useQuery(api.assets.suggest.queryOptions({ input: { text }, ...when('asset') }));
  const sites = useQuery(
    api.sites.list.queryOptions({
      input: { search: text, inactive: false, sort: 'name', descending: false, offset: 0, limit: most },
      ...when('site'),
    }),
  );
  switch (kind) {
    case 'user':
      return (users.data ?? []).map(({ id, name, client, site }) => ({ id, name, detail: `${client}, ${site}` }));
    case 'asset':
      return (assets.data ?? []).map(({ id, tag, type, model }) => ({ id, name: tag, detail: `${type} ${model}` }));
    case 'site':
      return (sites.data?.rows ?? []).map(({ id, name, client }) => ({ id, name, detail: client.name }));
  }
}

/** What the chosen record is called; looked up when `known` does not say. */
export function usePickedName(kind: PickedKind, id: number | undefined, known: string | undefined): string {
  const input = { id: id ?? 0 };
  const when = (which: PickedKind) => ({ enabled: id !== undefined && known === undefined && kind === which });
  const user = useQuery(api.users.get.queryOptions({ input, ...when('user') }));
  const asset = useQuery(api.assets.get.queryOptions({ input, ...when('asset') }));
  const site = useQuery(api.sites.get.queryOptions({ input, ...when('site') }));
  if (id === undefined) return '';
  const found = { user: user.data?.name, asset: asset.data?.tag, site: site.data?.name }[kind];
  return known ?? found ?? `${kind} ${id}`;
}
