/** JSON Schema of a tool's arguments, as its server or caller sent it. */
export type ArgumentSchema = Readonly<Record<string, unknown>>;

export interface OfferedTool {
  /** What tells two tools of one name on two servers apart; the model only hands it back. */
  readonly key: string;
  readonly name: string;
  readonly title?: string | undefined;
  readonly description: string;
  readonly schema: ArgumentSchema;
  /** Undefined when its server does not say. */
  readonly readOnly?: boolean | undefined;
}

export type Turn =
  | { readonly kind: 'message'; readonly role: 'system' | 'user' | 'assistant'; readonly text: string }
  | {
      readonly kind: 'call';
      readonly id: string;
      readonly tool: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'result';
      readonly callId: string;
      readonly text: string;
      readonly outcome: 'done' | 'failed' | 'denied';
    };

/** What a model does next. It is asked again when the results of its calls are there. */
export type Decision =
  | {
      readonly kind: 'calls';
      readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
    }
  | { readonly kind: 'answer'; readonly text: string };

export interface Thinking {
  readonly turns: readonly Turn[];
  readonly tools: readonly OfferedTool[];
  /** Epoch milliseconds, for words such as "tomorrow". */
  readonly now: number;
  /** The caller wants a call, however little fits. */
  readonly mustCall?: boolean;
}
