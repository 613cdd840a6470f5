import { z } from 'zod';

/** The built-in offline model, as a connection that is always there. */
export const offlineConnectionId = 'offline';

export const mostComparedSetups = 3;
export const longestPrompt = 200_000;
export const longestInstructions = 20_000;

/** What a conversation is held with; stored with it, and free to change between turns. */
export const conversationSetup = z.strictObject({
  /** An AI connection's id, or the offline model's. */
  connectionId: z.string().min(1).max(100),
  /** Empty: the connection's own. */
  model: z.string().max(200).default(''),
  endpointId: z.string().min(1).max(100),
  /** Whom the tools act as: a label such as `agent:3`. */
  as: z.string().min(1).max(200),
  instructions: z.string().max(longestInstructions).default(''),
  /** Which calls wait for a person: all of them, those that change something, or none. */
  askBefore: z.enum(['every-call', 'changes', 'nothing']).default('changes'),
  /**
   * Who carries out calls: the workbench, for functions that it offers the model; or the server of the Responses API,
   * as its hosted `mcp` tool, which must be able to reach the endpoint.
   */
  toolLoop: z.enum(['workbench', 'hosted']).default('workbench'),
  /** For a hosted loop elsewhere: the address or the tunnel by which the endpoint is reached. Empty: the workbench's own. */
  reach: z
    .union([
      z.strictObject({ by: z.literal('own-address') }),
      z.strictObject({ by: z.literal('address'), url: z.url().max(2000) }),
      z.strictObject({ by: z.literal('tunnel'), tunnelId: z.string().min(1).max(200) }),
    ])
    .default({ by: 'own-address' }),
  temperature: z.number().min(0).max(2).nullable().default(null),
  reasoningEffort: z.enum(['minimal', 'low', 'medium', 'high']).nullable().default(null),
  maxOutputTokens: z.int().min(16).max(1_000_000).nullable().default(null),
});

export type ConversationSetup = z.infer<typeof conversationSetup>;

/** `waiting`: for somebody to approve or deny a call. `interrupted`: the program ended while it ran. */
export const turnStates = ['running', 'waiting', 'done', 'failed', 'stopped', 'interrupted'] as const;

export type TurnState = (typeof turnStates)[number];
