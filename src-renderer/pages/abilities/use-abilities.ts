import { useQuery } from '@tanstack/react-query';
import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import type { Ability } from '../../../src-shared/domain/abilities.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';

const query = api.abilities.list.queryOptions();

export function useAbilities() {
  const { data, error } = useQuery(query);
  return { abilities: data?.abilities, error };
}

/** Without an id a new one. What the core answers is shown at once: its event comes a moment later. */
export async function saveAbility(id: string | undefined, ability: Ability, version?: number): Promise<AbilityView> {
  const saved = await client.abilities.save({
    ability,
    ...(id !== undefined && { id }),
    ...(version !== undefined && { version }),
  });
  const known = queryClient.getQueryData(query.queryKey);
  if (known !== undefined) {
    const others = known.abilities.filter((each) => each.id !== saved.id);
    queryClient.setQueryData(query.queryKey, { abilities: [...others, saved] });
  }
  void queryClient.invalidateQueries({ queryKey: query.queryKey });
  return saved;
}

export async function removeAbility(id: string): Promise<void> {
  await client.abilities.remove({ id });
  await queryClient.invalidateQueries({ queryKey: query.queryKey });
}
