import type { ScopeAdvice } from '../../src-shared/api/applications.ts';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import { hasOneOf, listScopeGroups } from './catalogue.ts';
import type { Tool } from './define-tool.ts';

/** What the tools need, what the held scopes lack for it, and which of them are more than the tools need (SPEC 8). */
export function adviseScopes(tools: readonly Tool[], held: ReadonlySet<Scope>): ScopeAdvice {
  const groups = new Map<string, { scopes: readonly Scope[]; tools: string[] }>();
  for (const tool of tools) {
    for (const scopes of listScopeGroups(tool)) {
      if (scopes.length === 0) continue;
      const group = groups.get(scopes.join()) ?? { scopes, tools: [] };
      group.tools.push(tool.name);
      groups.set(scopes.join(), group);
    }
  }
  const needs = [...groups.values()].map(({ scopes, tools: names }) => ({
    ...{ scopes: [...scopes], tools: names, held: hasOneOf(scopes, held) },
  }));
  const lacking = needs.filter((need) => !need.held);
  return {
    needs,
    lacks: narrowest(lacking.map(({ scopes }) => scopes)),
    moreThanNeeded: findExcess(
      needs.map(({ scopes }) => scopes),
      held,
    ),
    enough: narrowest(needs.map(({ scopes }) => scopes)),
  };
}

/** One scope of each group, the narrowest, and none twice. */
function narrowest(groups: readonly (readonly Scope[])[]): Scope[] {
  const chosen = new Set<Scope>();
  for (const scopes of groups) {
    const own = scopes.find((scope) => scope.startsWith('editMine:'));
    const read = scopes.find((scope) => scope.startsWith('read:'));
    const best = own ?? read ?? scopes[0];
    if (best !== undefined) chosen.add(best);
  }
  return [...chosen];
}

/** Each group keeps the narrowest scope of its own that is held; whatever no group keeps is not needed. */
function findExcess(groups: readonly (readonly Scope[])[], held: ReadonlySet<Scope>): Scope[] {
  const kept = new Set(groups.flatMap((scopes) => narrowest([scopes.filter((scope) => held.has(scope))])));
  return [...held].filter((scope) => !kept.has(scope));
}
