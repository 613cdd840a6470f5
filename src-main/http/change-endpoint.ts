import type { EndpointPreview, EndpointProposal } from '../../src-shared/api/endpoint.ts';
import { defaultEndpointId, type EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Principal } from '../domain/principal.ts';
import { listOffered } from '../tools/catalogue.ts';
import { checkCustomTools } from '../tools/check-custom-tools.ts';
import { chooseAnyTools } from '../tools/choose-custom-tools.ts';
import { dropUndefined } from './drop-undefined.ts';
import type { DoorCore } from './route-context.ts';

/** The settings after a change. Throws `conflict` where the endpoint may not be enabled. */
export function applyProposal(
  settings: EndpointSettings,
  { choose, ...change }: EndpointProposal,
  { tools, endpointTools }: Pick<DoorCore, 'tools' | 'endpointTools'>,
): EndpointSettings {
  const given = dropUndefined(change);
  const chosen = choose === undefined ? undefined : chooseAnyTools(choose.names, choose.enabled, settings, tools);
  const { includeAllSystemTools, tools: picked, customTools } = chosen ?? settings;
  const wanted = { ...settings, includeAllSystemTools, tools: picked, customTools, ...given };
  const next = checkCustomTools(wanted, settings, endpointTools);
  if (next.defaultConnection !== 'none') return next;
  if (given.enabled === true) {
    throw new AppError('conflict', 'The endpoint needs a default AI connection. Choose one, then enable the endpoint.');
  }
  return { ...next, enabled: false };
}

/** What a change of the default endpoint would do to the clients connected now. */
export function previewChange(core: DoorCore, change: EndpointProposal): EndpointPreview {
  const { settings } = core.endpoints.get(defaultEndpointId);
  const next = applyProposal(settings, change, core);
  const offer = (of: EndpointSettings, principal: Principal): Set<string> | undefined => {
    const offered = listOffered(core.endpointTools.of(of), { settings: of }, principal);
    return offered && new Set(offered.map(({ name }) => name));
  };
  const clients = core.presence.list().filter(({ endpointId }) => endpointId === defaultEndpointId);
  const principals: readonly Principal[] =
    clients.length === 0 ? [core.access.principalByEmail(undefined)] : clients.map(({ principal }) => principal);
  const lost = new Set<string>();
  const gained = new Set<string>();
  let shutOut = 0;
  let affected = 0;
  for (const principal of principals) {
    const before = offer(settings, principal) ?? new Set();
    const switchedOff = settings.enabled && !next.enabled;
    const after = switchedOff ? undefined : offer(next, principal);
    if (after === undefined) shutOut += 1;
    const loses = [...before].filter((name) => after?.has(name) !== true);
    const gains = [...(after ?? [])].filter((name) => !before.has(name));
    for (const name of loses) lost.add(name);
    for (const name of gains) gained.add(name);
    if (loses.length + gains.length > 0) affected += 1;
  }
  const known = clients.length === 0 ? { shutOut: 0, affected: 0 } : { shutOut, affected };
  const preview = { connectedClients: clients.length, ...known, loseTools: [...lost], gainTools: [...gained] };
  return { ...preview, message: describe(preview) };
}

function describe(preview: Omit<EndpointPreview, 'message'>): string {
  const { connectedClients, shutOut, affected, loseTools, gainTools } = preview;
  if (connectedClients === 0) return 'No client is connected now.';
  if (shutOut > 0) return `${count(shutOut, 'connected client')} ${shutOut === 1 ? 'gets' : 'get'} in no more.`;
  if (affected === 0) return `Nothing changes for the ${count(connectedClients, 'connected client')}.`;
  const parts = [
    ...(loseTools.length > 0 ? [`${affected === 1 ? 'loses' : 'lose'} ${count(loseTools.length, 'tool')}`] : []),
    ...(gainTools.length > 0 ? [`${affected === 1 ? 'gains' : 'gain'} ${count(gainTools.length, 'tool')}`] : []),
  ];
  return `${count(affected, 'connected client')} ${parts.join(' and ')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
