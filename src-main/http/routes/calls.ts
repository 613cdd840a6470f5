import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { programName, programVersion } from '../../config/program.ts';
import type { Endpoint } from '../../domain/configuration/endpoints.ts';
import type { Principal } from '../../domain/principal.ts';
import { explainAbsence } from '../../tools/explain-absence.ts';
import { findNearNames } from '../../tools/near-names.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';

export const callRoutes = {
  create: os.calls.create.handler(async ({ context: { core }, input }) => {
    const endpoint = core.endpoints.get(defaultEndpointId);
    const principal = core.access.principalByEmail(input.as);
    const catalogue = core.catalogues.find(endpoint, principal);
    if (catalogue === undefined) {
      throw new AppError('not_allowed', `The default endpoint is not for ${principal.name}.`);
    }
    const client = `${programName} ${programVersion}`;
    const caller = { endpoint, principal, catalogue, era: 'command-line', client };
    const outcome = await core.callTool(caller, input.tool, input.arguments);
    switch (outcome.kind) {
      case 'result':
        return { result: JSON.parse(outcome.text) as unknown };
      case 'error':
        throw new AppError(outcome.code, outcome.message);
      case 'unknown-tool':
        throw new AppError('not_found', describeAbsence(input.tool, core, endpoint, principal));
      case 'insufficient-scope':
        throw new AppError('insufficient_scope', `${input.tool} needs the scope ${outcome.scopes.join(' or ')}.`);
    }
  }),
};

/** A client is told only that the name is unknown; whoever may use this door may know why. */
function describeAbsence(name: string, core: DoorCore, endpoint: Endpoint, principal: Principal): string {
  const tool = core.tools.find((candidate) => candidate.name === name);
  const catalogue = core.catalogues.find(endpoint, principal);
  if (tool !== undefined) {
    return `${name} is not offered to ${principal.name}. ${explainAbsence(tool, endpoint, principal, catalogue)}`;
  }
  const near = findNearNames(name, [...(catalogue?.tools.keys() ?? [])]);
  const hint = near.length === 0 ? 'List the tools to see their names.' : `Did you mean ${near.join(' or ')}?`;
  return `There is no tool named "${name}". ${hint}`;
}
