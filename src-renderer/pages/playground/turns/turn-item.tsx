import type { ConversationItem } from '../../../../src-shared/api/conversations.ts';
import type { ConversationSetup } from '../../../../src-shared/domain/conversations.ts';
import { formatNumber } from '../../../components/format-number.ts';
import { CallCard } from '../call/call-card.tsx';
import { Failure } from '../failure.tsx';
import { CutText } from '../text/cut-text.tsx';
import { Answer } from './answer.tsx';
import { Folded } from './folded.tsx';

interface Props {
  readonly item: ConversationItem;
  readonly setup: ConversationSetup;
  readonly tickets: ReadonlySet<number>;
}

/** One thing that came from the model, or that was done for it. */
export function TurnItem({ item, setup, tickets }: Props) {
  switch (item.kind) {
    case 'answer':
    case 'refusal':
      return <Answer answer={item} tickets={tickets} />;
    case 'call':
      return <CallCard call={item} setup={setup} />;
    case 'reasoning':
      return (
        <Folded name={`item ${item.id}`} title={item.state === 'streaming' ? 'Thinking' : 'Reasoning'}>
          {item.length === 0 ? (
            'The server keeps it to itself.'
          ) : (
            <CutText itemId={item.id} of="text" text={item.text} length={item.length} label="the reasoning" />
          )}
        </Folded>
      );
    case 'tool-list':
      return (
        <>
          <Folded
            name={`item ${item.id}`}
            title={`${item.server} listed ${formatNumber(item.tools)} ${item.tools === 1 ? 'tool' : 'tools'}`}
          >
            The model’s server asked the endpoint for its tools itself. Raw shows the list.
          </Folded>
          {item.error !== undefined && <Failure failure={item.error} />}
        </>
      );
    case 'other':
      return (
        <Folded name={`item ${item.id}`} title={<span className="mono">{item.type}</span>}>
          <CutText itemId={item.id} of="text" text={item.text} length={item.length} label={item.type} />
        </Folded>
      );
  }
}
