import { includeAll, turnTools } from '../../../src-shared/domain/tool-choice.ts';
import type { CollectionValues } from './collection-values.ts';
import type { FunctionRow } from './function-rows.ts';

type Edit = Partial<CollectionValues>;

interface Edited {
  readonly rows: readonly FunctionRow[];
  readonly values: CollectionValues;
  readonly saved: CollectionValues;
}

/** Turns tools on or off, system and custom ones alike. */
export function turn({ rows, values, saved }: Edited, names: readonly string[], on: boolean): Edit {
  const system = rows.filter(({ tool }) => tool.source === 'system').map(({ tool }) => tool);
  const { includeAllSystemTools, tools } = turnTools(names, on, values, system);
  const custom = rows.filter(({ tool }) => tool.source === 'custom' && names.includes(tool.name));
  const turned = { ...values.customEnabled, ...Object.fromEntries(custom.map(({ tool }) => [tool.name, on])) };
  // Choosing what was chosen before is no change, by whichever way one came back to it.
  const isOn = (row: FunctionRow): boolean => (names.includes(row.tool.name) ? on : row.on);
  const isAsSaved = rows.every((row) => row.tool.source === 'custom' || isOn(row) === row.wasOn);
  const choice = isAsSaved ? saved : { includeAllSystemTools, tools: [...tools] };
  return {
    ...{ includeAllSystemTools: choice.includeAllSystemTools, tools: choice.tools },
    ...(custom.length > 0 && { customEnabled: turned }),
  };
}

export function turnAll({ rows, values }: Edited, on: boolean): Edit {
  const system = rows.filter(({ tool }) => tool.source === 'system').map(({ tool }) => tool);
  const { includeAllSystemTools, tools } = includeAll(on, values, system);
  return { includeAllSystemTools, tools: [...tools] };
}

export function describeTool({ values }: Pick<Edited, 'values'>, name: string, text: string): Edit {
  const { [name]: _, ...others } = values.descriptions;
  return { descriptions: text.trim() === '' ? others : { ...others, [name]: text } };
}

/** Back to what is saved of one tool. */
export function undo(edited: Edited, { tool, wasOn, on, isRedescribed }: FunctionRow): Edit {
  return {
    ...(on !== wasOn && turn(edited, [tool.name], wasOn)),
    ...(isRedescribed && describeTool(edited, tool.name, edited.saved.descriptions[tool.name] ?? '')),
  };
}

/** Back to what is saved of all tools. */
export function undoAll({ saved }: Pick<Edited, 'saved'>): Edit {
  const { includeAllSystemTools, tools, customEnabled, descriptions } = saved;
  return { includeAllSystemTools, tools, customEnabled, descriptions };
}
