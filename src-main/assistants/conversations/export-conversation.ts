import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type ConversationSetup, offlineConnectionId } from '../../../src-shared/domain/conversations.ts';
import type { ConversationLine } from '../../db/repositories/conversation-repository.ts';
import { buildRequest, offerAsFunction } from './build-request.ts';
import { listExchanges } from './list-exchanges.ts';
import { readInputBefore } from './read-input-before.ts';
import type { ConversationStore } from './store.ts';
import type { ToolAccess } from './tool-access.ts';
import { writeMarkdown } from './write-markdown.ts';

interface Sources {
  readonly store: ConversationStore;
  readonly tools: Pick<ToolAccess, 'open'>;
}

/** A conversation as a file: to be sent to a server of the Responses API, or to be read. */
export function exportConversation(
  sources: Sources,
  line: ConversationLine,
  setup: ConversationSetup,
  format: 'responses' | 'markdown',
): { fileName: string; text: string } {
  const name = toFileName(line.title, line.id);
  return format === 'markdown'
    ? { fileName: `${name}.md`, text: writeMarkdown(sources.store, line) }
    : { fileName: `${name}.json`, text: JSON.stringify(writeRequest(sources, line, setup), null, 2) };
}

/** The latest request with everything that was said since. Its server keeps nothing of it unless told to. */
function writeRequest({ store, tools }: Sources, { id }: ConversationLine, setup: ConversationSetup): object {
  const input = readInputBefore(store, id, Number.MAX_SAFE_INTEGER, setup);
  if (input.length === 0) throw new AppError('conflict', 'Nothing has been asked yet, so there is nothing to export.');
  const latest = store.turns.findLatest(id);
  const last = latest && listExchanges(store, latest.id).at(-1);
  const body = last && store.exchanges.findBody(last.id);
  if (body !== undefined) return { ...(JSON.parse(body) as object), input };
  // No request was made: the connection or the endpoint refused before.
  const isOffline = setup.connectionId === offlineConnectionId;
  const offered = [...tools.open(setup).tools.values()].map((tool) => offerAsFunction(tool, isOffline));
  const model = setup.model === '' && isOffline ? offlineConnectionId : setup.model;
  return { ...buildRequest({ setup, model, tools: offered, thoughts: false }), input };
}

function toFileName(title: string, id: number): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return words === '' ? `conversation-${id}` : `${words}-${id}`;
}
