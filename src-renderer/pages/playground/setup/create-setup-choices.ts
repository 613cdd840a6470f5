import type { CollectionView } from '../../../../src-shared/api/collections.ts';
import type { ConnectionView } from '../../../../src-shared/api/connections.ts';
import {
  conversationSetup,
  offlineConnectionId,
  type ConversationSetup,
} from '../../../../src-shared/domain/conversations.ts';
import { defaultEndpointId } from '../../../../src-shared/domain/endpoint-settings.ts';
import { toEndpointChoices, type EndpointChoice } from './to-endpoint-choices.ts';

export interface SetupChoices {
  readonly connections: readonly ConnectionView[];
  readonly endpoints: readonly EndpointChoice[];
  /** The label of whom one acts as when nobody was chosen. */
  readonly administrator: string;
  /** The set-ups that were chosen last, with what is gone since replaced; without any, what somebody begins with. */
  begin(kept: readonly ConversationSetup[]): readonly ConversationSetup[];
}

export function createSetupChoices(
  connections: readonly ConnectionView[],
  collections: readonly CollectionView[],
  administrator: string,
): SetupChoices {
  const endpoints = toEndpointChoices(collections);
  const connectionId = connections.find(({ isDefault }) => isDefault)?.id ?? offlineConnectionId;
  const fresh = conversationSetup.parse({ connectionId, endpointId: defaultEndpointId, as: administrator });
  const mend = (setup: ConversationSetup): ConversationSetup => ({
    ...setup,
    ...(!connections.some(({ id }) => id === setup.connectionId) && { connectionId, model: '' }),
    ...(!endpoints.some(({ value }) => value === setup.endpointId) && { endpointId: defaultEndpointId }),
  });
  return {
    ...{ connections, endpoints, administrator },
    begin: (kept) => (kept.length === 0 ? [fresh] : kept.map(mend)),
  };
}
