import OpenAI from 'openai';
import type { Response, Tool } from 'openai/resources/responses/responses';
import { createScriptedModel } from './scripted-model.ts';
import { serveDesk, type ServedDesk } from './serve-desk.ts';
import { smallDesk, ticketRow } from './small-desk.ts';

type Request = OpenAI.Responses.ResponseCreateParamsNonStreaming;

export interface ServedResponses {
  readonly served: ServedDesk;
  readonly model: ReturnType<typeof createScriptedModel>;
  readonly key: string;
  readonly client: OpenAI;
  /** A client of OpenAI's own library with another key. */
  connect(apiKey: string): OpenAI;
  /** The hosted tool for this desk's endpoint, without approvals unless `more` says otherwise. */
  halo(more?: Partial<Tool.Mcp>): Tool.Mcp;
  ask(tool: Tool.Mcp, more?: Partial<Request>): Promise<Response>;
  /** How many notes on the desk have this text. */
  countNotes(text: string): number;
  allow(...servers: string[]): void;
}

/** The Responses API over a small desk with one ticket, and a model that does what the test says. */
export async function serveResponses(): Promise<ServedResponses> {
  const model = createScriptedModel();
  const served = await serveDesk({ ...smallDesk(), desk_ticket: [ticketRow(1)] }, { decide: model.decide });
  const connect = (apiKey: string): OpenAI => new OpenAI({ apiKey, baseURL: `${served.url}/v1`, maxRetries: 0 });
  const key = served.createKey();
  const client = connect(key);
  const notes = served.core.database.connection.prepare('SELECT count(*) FROM desk_action WHERE note = ?').pluck();
  return {
    ...{ served, model, key, client, connect },
    halo: (more = {}) => ({
      type: 'mcp',
      server_label: 'halo',
      server_url: served.endpoint,
      headers: { Authorization: `Bearer ${key}` },
      require_approval: 'never',
      ...more,
    }),
    ask: (tool, more = {}) => client.responses.create({ model: 'gpt-4.1', input: 'Hi', tools: [tool], ...more }),
    countNotes: (text) => notes.get(text) as number,
    allow: (...servers) => void served.core.settings.update({ allowedMcpServers: servers }, 'test'),
  };
}

export const typesOf = ({ output }: Response): string[] => output.map((item) => item.type);

/** What was said and answered, as a caller passes it back. */
export const passBack = ({ output }: Response): OpenAI.Responses.ResponseInput => [
  { role: 'user', content: 'Hi' },
  ...(output as OpenAI.Responses.ResponseInput),
];
