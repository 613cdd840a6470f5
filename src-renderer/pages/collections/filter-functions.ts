import type { CollectionUrl } from './collection-url-state.ts';
import { isChanged, type FunctionRow } from './function-rows.ts';

type Filters = Pick<CollectionUrl, 'search' | 'state' | 'kind' | 'source'>;

export const stateChoices = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
  { value: 'unsaved', label: 'Unsaved' },
] as const;
export const kindChoices = [
  { value: 'read', label: 'Reads' },
  { value: 'write', label: 'Writes' },
] as const;
export const sourceChoices = [
  { value: 'system', label: 'System' },
  { value: 'custom', label: 'Custom' },
  { value: 'extra', label: 'Not in Halo’s list' },
] as const;

export function filterFunctions(rows: readonly FunctionRow[], filters: Filters): readonly FunctionRow[] {
  const words = filters.search.trim().toLowerCase();
  return rows.filter(({ tool, description, ...row }) => {
    const { kind, source } = filters;
    if (filters.state === 'unsaved' && !isChanged({ tool, description, ...row })) return false;
    if ((filters.state === 'on' && !row.on) || (filters.state === 'off' && row.on)) return false;
    if ((kind === 'read' || kind === 'write') && tool.kind !== kind) return false;
    if ((source === 'system' || source === 'custom') && tool.source !== source) return false;
    if (source === 'extra' && (tool.included || tool.source === 'custom')) return false;
    const texts = [tool.name, tool.title, description ?? tool.description];
    return words === '' || texts.some((text) => text.toLowerCase().includes(words));
  });
}
