import type { ApprovalRule, ToolFilter } from './parse-tools.ts';

interface FilteredTool {
  readonly name: string;
  readonly readOnly: boolean;
}

export function isAllowed(allowed: ToolFilter | undefined, tool: FilteredTool): boolean {
  return allowed === undefined || matches(allowed, tool);
}

/** Whatever no rule names needs approval, and so does what both name. */
export function needsApproval(rule: ApprovalRule, tool: FilteredTool): boolean {
  if (rule === 'always' || rule === 'never') return rule === 'always';
  const { always, never } = rule;
  if (always !== undefined && says(always) && matches(always, tool)) return true;
  return !(never !== undefined && says(never) && matches(never, tool));
}

/** A rule that says nothing names nothing: an empty one frees no tool from approval. */
function says({ tool_names: names, read_only: readOnly }: ToolFilter): boolean {
  return names !== undefined || readOnly !== undefined;
}

function matches({ tool_names: names, read_only: readOnly }: ToolFilter, tool: FilteredTool): boolean {
  if (names !== undefined && !names.includes(tool.name)) return false;
  return readOnly === undefined || readOnly === tool.readOnly;
}
