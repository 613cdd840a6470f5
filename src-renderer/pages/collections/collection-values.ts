import type { CollectionChanges, CollectionView } from '../../../src-shared/api/collections.ts';

type Settings = CollectionView['settings'];

/** What the editor changes. Whether custom tools are on is kept by name: which there are is saved elsewhere. */
export interface CollectionValues extends Omit<Settings, 'type' | 'slug' | 'customTools'> {
  readonly customEnabled: Readonly<Record<string, boolean>>;
}

export function toValues({ type: _, slug, customTools, ...settings }: Settings): CollectionValues {
  return { ...settings, customEnabled: Object.fromEntries(customTools.map(({ name, enabled }) => [name, enabled])) };
}

/** What is sent. A description that is empty is the tool's own. */
export function toChanges(
  { name, descriptions, customEnabled, ...rest }: Partial<CollectionValues>,
  { customTools }: Settings,
): CollectionChanges {
  return {
    ...rest,
    ...(name !== undefined && { name: name.trim() }),
    ...(descriptions && {
      descriptions: Object.fromEntries(Object.entries(descriptions).filter(([, text]) => text.trim() !== '')),
    }),
    ...(customEnabled && {
      customTools: customTools.map((tool) => ({ ...tool, enabled: customEnabled[tool.name] ?? tool.enabled })),
    }),
  };
}
