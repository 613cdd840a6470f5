import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { Ports } from '../../ports.ts';
import type { ModelConnection, ReceivedEvent } from '../connections/model-connection.ts';
import { parseEvent } from '../connections/parse-event.ts';
import type { ReachEndpoint } from '../hosted/reach-endpoint.ts';
import { explainEvent } from '../connections/explain-event.ts';
import type { Failure } from './item-facts.ts';
import type { LiveTurn } from './live-turn.ts';
import { listExchanges } from './list-exchanges.ts';
import { note } from './run-turn.ts';
import type { ConversationStore } from './store.ts';

interface Recording {
  readonly connection: ModelConnection;
  readonly reach: ReachEndpoint;
}

/** The answers that a turn was given once, as a connection that gives them again, one for each request. */
export function openRecording(
  store: ConversationStore,
  turnId: number,
  /** How many of its answers were given already. */
  given: number,
  { now }: Pick<Ports, 'now'>,
): Recording {
  const all = listExchanges(store, turnId);
  // A request that was made once more in another form failed, and is not needed again.
  const answers = all.filter(({ error }, index) => error === null || index === all.length - 1);
  const [first] = all;
  const body = first === undefined ? undefined : store.exchanges.findBody(first.id);
  const model = body === undefined ? '' : String((JSON.parse(body) as { model?: unknown }).model);
  let next = given;

  const connection: ModelConnection = {
    ...{ id: 'recording', name: 'Recording', isOffline: true, model },
    baseUrl: first?.url.replace(/\/responses$/, '') ?? '',
    async stream(_, signal) {
      const answer = answers[next];
      next += 1;
      if (answer === undefined) {
        const message =
          'The recording ends here: the calls came out so that the model is asked more often than it was. Go on with a new prompt.';
        throw new AppError('conflict', message);
      }
      const texts = store.exchanges.listEventTexts(answer.id);
      const failure = answer.error === null ? undefined : (JSON.parse(answer.error) as Failure);
      return { status: answer.status ?? 200, events: giveAgain(texts, failure, signal, now) };
    },
  };
  return {
    connection,
    // The server made those calls: what they came to stands in the recording.
    reach: () => ({
      tool: { type: 'mcp', server_label: 'recording', server_description: 'Calls are those of the recording.' },
      hide: (text) => text,
      end: () => undefined,
    }),
  };
}

async function* giveAgain(
  texts: readonly string[],
  failure: Failure | undefined,
  signal: AbortSignal,
  now: () => number,
): AsyncGenerator<ReceivedEvent> {
  for (const text of texts) {
    signal.throwIfAborted();
    const event = parseEvent(text);
    yield { event, text, receivedAt: now() };
    const told = explainEvent(event);
    if (told !== undefined) throw told;
  }
  if (failure !== undefined) throw new AppError('connection_failed', failure.message);
}

/** Says where the calls of a replay came out otherwise than those at their places in the recording. */
export function tellDifferences({ items }: Pick<ConversationStore, 'items'>, turn: LiveTurn, turnId: number): void {
  const isCall = ({ kind }: { readonly kind: string }): boolean => kind === 'call';
  const recorded = items.listWhole([turnId]).filter(isCall);
  if (turn.items.some(({ facts }) => facts.by === 'hosted')) {
    note(turn, "The model's server made its calls when they were recorded, and not again.");
  }
  for (const [place, item] of turn.items.filter(isCall).entries()) {
    const was = recorded[place];
    const name = `${item.facts.tool ?? 'A call'} (call ${place + 1})`;
    if (was === undefined) note(turn, `${name} is not in the recording.`);
    else if (item.state === 'denied' && was.state !== 'denied')
      note(turn, `${name} was denied here, and was not then.`);
    else if (was.text !== item.text) note(turn, `${name} was made with other arguments than recorded.`);
    else if (was.state !== item.state || was.result !== item.result) {
      note(turn, `${name} came out otherwise than recorded.`);
    }
  }
}
