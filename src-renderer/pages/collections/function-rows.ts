import type { CollectionFunction } from '../../../src-shared/api/collections.ts';
import { countBytes } from '../../../src-shared/domain/estimate-tokens.ts';
import { isIn, profiles, type Profile } from '../../../src-shared/domain/profiles.ts';
import { isChosen } from '../../../src-shared/domain/tool-choice.ts';
import type { CollectionValues } from './collection-values.ts';

/** A tool of the collection's type, with what is saved of it and what was changed since. */
export interface FunctionRow {
  readonly tool: CollectionFunction;
  readonly on: boolean;
  readonly wasOn: boolean;
  /** What models read instead of its own description. */
  readonly description: string | undefined;
  readonly isRedescribed: boolean;
  /** What listing it costs, with that description. */
  readonly tokens: number;
  /** It came with a later release than the one that is chosen, and is not offered. */
  readonly isLater: boolean;
}

export function listRows(
  tools: readonly CollectionFunction[],
  values: CollectionValues,
  saved: CollectionValues,
): readonly FunctionRow[] {
  return tools.map((tool) => {
    const description = values.descriptions[tool.name];
    return {
      tool,
      on: isOn(tool, values, saved),
      wasOn: isOn(tool, saved, saved),
      description,
      isRedescribed: (description ?? '') !== (saved.descriptions[tool.name] ?? ''),
      tokens: Math.ceil((tool.bytes + longer(tool.description, description)) / 4),
      isLater: !isIn(
        values.profile,
        profiles.find((profile) => profile === tool.since) ?? ('latest' satisfies Profile),
      ),
    };
  });
}

function isOn(tool: CollectionFunction, values: CollectionValues, saved: CollectionValues): boolean {
  if (tool.source === 'system') return isChosen(tool, values);
  // A custom tool may have been added since something was changed here.
  return values.customEnabled[tool.name] ?? saved.customEnabled[tool.name] ?? false;
}

/** By how many bytes the listing grows; it holds texts as JSON. */
function longer(own: string, other: string | undefined): number {
  return other === undefined ? 0 : countBytes(JSON.stringify(other)) - countBytes(JSON.stringify(own));
}

export function isChanged({ on, wasOn, isRedescribed }: FunctionRow): boolean {
  return on !== wasOn || isRedescribed;
}
