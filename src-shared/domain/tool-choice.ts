/** Which tools an endpoint's settings choose. */
export interface ToolChoice {
  readonly includeAllSystemTools: boolean;
  /** Wire names of those picked one by one. */
  readonly tools: readonly string[];
}

/** A tool that may be chosen; `included` where it is part of "include all system tools". */
export interface Choosable {
  readonly name: string;
  readonly included: boolean;
}

export function isChosen({ name, included }: Choosable, { includeAllSystemTools, tools }: ToolChoice): boolean {
  return tools.includes(name) || (included && includeAllSystemTools);
}

/**
 * The choice with these tools turned on or off; `all` are those that there are. Leaving one out of "all" is only
 * possible by naming the others, which are then fixed: new releases add none.
 */
export function turnTools(
  names: readonly string[],
  on: boolean,
  choice: ToolChoice,
  all: readonly Choosable[],
): ToolChoice {
  const wanted = new Set(names);
  if (on) {
    const added = all.filter((tool) => wanted.has(tool.name) && !isChosen(tool, choice)).map(({ name }) => name);
    return added.length === 0 ? choice : { ...choice, tools: inOrder([...choice.tools, ...added], all) };
  }
  const chosen = all.filter((tool) => isChosen(tool, choice));
  if (!chosen.some(({ name }) => wanted.has(name))) return choice;
  const endsAll = choice.includeAllSystemTools && chosen.some(({ name, included }) => included && wanted.has(name));
  if (!endsAll) return { ...choice, tools: choice.tools.filter((name) => !wanted.has(name)) };
  const kept = chosen.filter(({ name }) => !wanted.has(name)).map(({ name }) => name);
  return { includeAllSystemTools: false, tools: kept };
}

/** Turns "include all system tools" on, where those beside it stay chosen, or off, where each stays chosen by name. */
export function includeAll(on: boolean, choice: ToolChoice, all: readonly Choosable[]): ToolChoice {
  if (on === choice.includeAllSystemTools) return choice;
  const kept = all.filter((tool) => isChosen(tool, choice) && !(on && tool.included));
  return { includeAllSystemTools: on, tools: kept.map(({ name }) => name) };
}

/** In the product's order, so that two ways to one choice give the same settings. Names of later tools are kept. */
function inOrder(names: readonly string[], all: readonly Choosable[]): string[] {
  const known = all.map(({ name }) => name);
  return [...known.filter((name) => names.includes(name)), ...names.filter((name) => !known.includes(name))];
}
