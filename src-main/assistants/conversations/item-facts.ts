import type { CallItem, ConversationItem } from '../../../src-shared/api/conversations.ts';

export type ItemKind = ConversationItem['kind'];
export type CallState = CallItem['state'];
export type Failure = NonNullable<CallItem['error']>;

/** What is kept of an item besides its texts; which of it there is follows from its kind. */
export interface ItemFacts {
  readonly tool?: string;
  readonly title?: string;
  readonly effect?: NonNullable<CallItem['effect']>;
  readonly by?: CallItem['by'];
  /** The label of the server that the model called, or that listed its tools. */
  readonly server?: string;
  readonly decision?: NonNullable<CallItem['approval']['decision']>;
  readonly reason?: string;
  /** The model's own arguments, where a person gave others. */
  readonly given?: string;
  readonly callId?: number;
  readonly milliseconds?: number;
  readonly error?: Failure;
  readonly changed?: NonNullable<CallItem['changed']>;
  /** How many tools were listed. */
  readonly tools?: number;
  /** What the server calls an item that is none of the others. */
  readonly type?: string;
}

/** What was stored is what was written here, so that it is trusted. */
export function readFacts(json: string): ItemFacts {
  return JSON.parse(json) as ItemFacts;
}
