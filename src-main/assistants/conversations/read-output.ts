import type { ResponseStreamEvent, ResponseUsage } from 'openai/resources/responses/responses';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ReceivedEvent } from '../connections/model-connection.ts';
import { beginItem, endItem } from './output-items.ts';
import type { LiveItem, LiveTurn } from './live-turn.ts';

/** Of one item, in characters. */
const longestItem = 4_000_000;
const mostItemsInTurn = 1_000;

type Added = Extract<ResponseStreamEvent, { type: 'response.output_item.added' }>['item'];

/** How an answer ended: whole, or before its end for the server's reason. */
export interface OutputEnd {
  readonly usage: ResponseUsage | undefined;
  readonly incomplete: string | undefined;
}

/** Makes the items of a turn of the events of one exchange. */
export function createOutputReader(turn: LiveTurn, exchange: number, hide: (text: string) => string) {
  const byPlace = new Map<number, LiveItem>();
  let end: OutputEnd | undefined;

  const begin = (place: number, item: Added): LiveItem => {
    if (turn.items.length >= mostItemsInTurn) {
      const message = `The turn has ${mostItemsInTurn} items already. Ask for less at a time.`;
      throw new AppError('too_large', message);
    }
    const live = beginItem(turn, exchange, item);
    byPlace.set(place, live);
    return live;
  };

  const grow = (place: number, delta: string, receivedAt: number, blank: Added): void => {
    const item = byPlace.get(place) ?? begin(place, blank);
    if (item.text.length + delta.length > longestItem) {
      throw new AppError('too_large', 'The model wrote more than 4 million characters at a stretch, and was stopped.');
    }
    turn.append(item, hide(delta), receivedAt);
  };

  const finish = (place: number, item: Added): void => {
    endItem(turn, byPlace.get(place) ?? begin(place, item), item, hide);
  };

  const apply = ({ event, receivedAt }: ReceivedEvent): void => {
    switch (event.type) {
      case 'response.output_item.added':
        begin(event.output_index, event.item);
        return;
      case 'response.output_text.delta':
        return grow(event.output_index, event.delta, receivedAt, blankMessage(event.item_id));
      case 'response.refusal.delta': {
        const item = byPlace.get(event.output_index);
        if (item?.kind === 'answer') {
          item.kind = 'refusal';
          turn.changed(item);
        }
        return grow(event.output_index, event.delta, receivedAt, blankMessage(event.item_id));
      }
      case 'response.reasoning_summary_part.added': {
        const item = byPlace.get(event.output_index);
        if (item !== undefined && item.text !== '') turn.append(item, '\n\n', receivedAt);
        return;
      }
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        return grow(event.output_index, event.delta, receivedAt, {
          ...{ type: 'reasoning', id: event.item_id, summary: [] },
        });
      case 'response.function_call_arguments.delta':
      case 'response.mcp_call_arguments.delta':
        // Without its beginning nobody knows what is called: its end says so.
        if (byPlace.has(event.output_index)) {
          grow(event.output_index, event.delta, receivedAt, blankMessage(event.item_id));
        }
        return;
      case 'response.mcp_call.in_progress': {
        const item = byPlace.get(event.output_index);
        if (item?.kind !== 'call') return;
        item.state = 'running';
        return turn.changed(item);
      }
      case 'response.output_item.done':
        return finish(event.output_index, event.item);
      case 'response.completed':
      case 'response.incomplete': {
        const { response } = event;
        // What a server did not stream stands in its end alone.
        for (const [place, item] of response.output.entries()) if (!byPlace.has(place)) finish(place, item);
        const incomplete =
          event.type === 'response.incomplete' ? (response.incomplete_details?.reason ?? '') : undefined;
        end = { usage: response.usage ?? undefined, incomplete };
        return;
      }
      default:
    }
  };

  return {
    apply,
    /** Undefined while the answer is not whole. */
    end: (): OutputEnd | undefined => end,
  };
}

function blankMessage(id: string): Added {
  return { type: 'message', id, role: 'assistant', status: 'in_progress', content: [] };
}
