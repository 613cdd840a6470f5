import { isIn } from '../../src-shared/domain/profiles.ts';
import type { Endpoint } from '../domain/configuration/endpoints.ts';
import type { Principal } from '../domain/principal.ts';
import { type Catalogue, findMissingNeed, hasOneOf, listScopeGroups } from './catalogue.ts';
import { columnsOf, isChosen } from './choose-tools.ts';
import type { Tool } from './define-tool.ts';

/** Why a tool is not in the principal's catalogue, as a sentence for an administrator. Decides nothing itself. */
export function explainAbsence(
  tool: Tool,
  endpoint: Endpoint,
  principal: Principal,
  catalogue: Catalogue | undefined,
): string {
  const { settings } = endpoint;
  if (catalogue === undefined) return `This endpoint is not for a ${principal.kind}.`;
  if (tool.custom?.broken !== undefined) return tool.custom.broken;
  const { column, profile } = catalogue.placement;
  if (columnsOf(settings.type).every((each) => tool.offered[each] === 'no')) {
    return 'It is not offered on this kind of endpoint.';
  }
  if (tool.offered[column] === 'no') {
    return principal.kind === 'user' ? 'It is not offered to users.' : 'It is offered to users only.';
  }
  if (!isIn(profile, tool.since)) return `It came with ${tool.since}, and the endpoint imitates ${profile}.`;
  if (!isChosen(tool, settings)) {
    return settings.includeAllSystemTools
      ? 'It is not part of "include all system tools", and was not added.'
      : 'It is switched off.';
  }
  if (tool.forAgentsOnly === true && principal.kind === 'service') return 'It makes sense only for a person.';
  const lacking = listScopeGroups(tool).find((group) => !hasOneOf(group, principal.scopes));
  if (lacking !== undefined) return `It needs the scope ${lacking.join(' or ')}.`;
  const missing = findMissingNeed(tool, principal);
  if (missing === undefined) return `It is not offered to ${principal.name}.`;
  return `The role of ${principal.name} does not allow it: it needs ${missing.level} on ${missing.area}.`;
}
