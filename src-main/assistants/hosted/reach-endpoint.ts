import type { Tool } from 'openai/resources/responses/responses';
import { serverLabel } from '../../../src-shared/domain/client-snippets.ts';
import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';
import { explainReach } from '../../../src-shared/domain/endpoint-reach.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { PassingUse } from '../../access/passing-keys.ts';
import type { ModelConnection } from '../connections/model-connection.ts';
import type { OpenEndpoint } from './open-endpoint.ts';

/** An endpoint made ready for a model's server to call it, for as long as one request lasts. */
export interface HostedEndpoint {
  /** For the request's `tools`. It holds a key. */
  readonly tool: Tool.Mcp;
  /** Takes the key out of a text, before that is kept or shown. */
  hide(text: string): string;
  /** Ends the key. To be called when the request has ended, however it did. */
  end(): void;
}

/** Throws a sentence when that connection's server cannot reach the endpoint, or nobody may use it as chosen. */
export type ReachEndpoint = (
  setup: Pick<ConversationSetup, 'endpointId' | 'as' | 'askBefore' | 'toolLoop' | 'reach'>,
  connection: Pick<ModelConnection, 'name' | 'isOffline' | 'baseUrl'>,
  calls?: Omit<PassingUse, 'endpointId' | 'as'>,
) => HostedEndpoint;

/** Of a set-up whose loop is hosted: the `mcp` tool of its requests. */
export function createReachEndpoint(openEndpoint: OpenEndpoint): ReachEndpoint {
  return (setup, connection, calls = {}) => {
    const explanation = explainReach(setup, connection);
    if (!explanation.works) throw new AppError('conflict', explanation.sentence);
    const { name, url, key } = openEndpoint({ endpointId: setup.endpointId, as: setup.as, ...calls });
    return {
      tool: {
        type: 'mcp',
        server_label: serverLabel(name),
        ...describeWay(connection.isOffline ? { by: 'own-address' } : setup.reach, url, key.plaintext),
        require_approval: approvalRules[setup.askBefore],
      },
      hide: (text) => text.replaceAll(key.plaintext, '<redacted>'),
      end: key.end,
    };
  };
}

/** Headers are what every server takes; through a tunnel what is documented to arrive is the field of its own. */
function describeWay(reach: ConversationSetup['reach'], own: string, key: string): Partial<Tool.Mcp> {
  if (reach.by === 'tunnel') return { tunnel_id: reach.tunnelId.trim(), authorization: key };
  return {
    server_url: reach.by === 'address' ? reach.url : own,
    headers: { Authorization: `Bearer ${key}` },
  };
}

const approvalRules: Readonly<Record<ConversationSetup['askBefore'], NonNullable<Tool.Mcp['require_approval']>>> = {
  'every-call': 'always',
  changes: { always: { read_only: false }, never: { read_only: true } },
  nothing: 'never',
};
