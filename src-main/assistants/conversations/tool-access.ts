import type { ConversationSetup } from '../../../src-shared/domain/conversations.ts';

export type ToolEffect = 'read' | 'write' | 'destructive';

/** A tool that the set-up's endpoint offers the set-up's principal. */
export interface ConversationTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly effect: ToolEffect;
}

/** What a call came to, whoever made it. */
export interface CallResult {
  /** What the model is told: JSON of the result, or of the error. */
  readonly text: string;
  readonly error?: { readonly code: string; readonly message: string };
  /** Its row in the activity log; absent when nothing could be written down. */
  readonly callId?: number;
  readonly milliseconds?: number;
  readonly changed?: { readonly inserted: number; readonly updated: number; readonly deleted: number };
}

/** An endpoint as one principal meets it now. */
export interface OpenTools {
  readonly endpointId: string;
  readonly tools: ReadonlyMap<string, ConversationTool>;
  /** Never throws for what a call may come to. The activity log says which item of a turn made it. */
  call(
    tool: string,
    input: unknown,
    by: { readonly itemId: number; readonly signal: AbortSignal },
  ): Promise<CallResult>;
}

export interface ToolAccess {
  /** Throws a sentence where the endpoint is gone, or is not for whoever it is to be used as. */
  open(setup: Pick<ConversationSetup, 'endpointId' | 'as'>): OpenTools;
  /** The call in the activity log that an item of a turn made; undefined when there is none. */
  findCall(itemId: number): CallResult | undefined;
  /** A call that was made elsewhere, as its row in the activity log tells it, is that item's from now on. */
  claimCall(callId: number, itemId: number): CallResult | undefined;
  /** Undefined for an endpoint that is gone. */
  nameOf(endpointId: string): string | undefined;
}
