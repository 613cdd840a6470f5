import type { z } from 'zod';
import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import type { Profile } from '../../src-shared/domain/profiles.ts';
import type { Scope } from '../../src-shared/domain/scopes.ts';
import type { Desk } from '../domain/desk.ts';
import type { AccessLevel, Principal, RoleArea } from '../domain/principal.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Search } from '../search/search.ts';

/** The three columns of SPEC 5: which tools a principal meets on an endpoint. */
export type Column = 'default' | 'agent' | 'user';

/** `listed`: part of "include all system tools". `extra`: may be added one by one. `no`: never in that column. */
export type Offer = 'listed' | 'extra' | 'no';

/** Where a tool is shown; its arguments may depend on it. */
export interface Placement {
  readonly column: Column;
  readonly profile: Profile;
}

/** Tells a client that asked for it how far a long call is: `progress` of `total`, in the tool's own unit. */
export type ReportProgress = (progress: number, total?: number) => Promise<void>;

/** A content block as MCP defines it (specification 2025-11-25, server/tools, "Tool Result"). */
export type ContentBlock = Readonly<Record<string, unknown>> & { readonly type: string };

export interface ToolContext {
  readonly principal: Principal;
  readonly viewer: Viewer;
  readonly endpoint: EndpointSettings;
  readonly placement: Placement;
  readonly desk: Desk;
  readonly search: Search;
  /** Epoch milliseconds UTC, the same for everything that one call writes. */
  readonly now: number;
  readonly report: ReportProgress;
  /**
   * For reads: writes what the desk works out by itself, in a change set of its own. A preview takes it back at its end,
   * so what is shown of it is read by `work`.
   */
  readonly derive: <T>(label: string, work: () => T) => T;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

interface Need {
  readonly area: RoleArea;
  readonly level: Exclude<AccessLevel, 'none'>;
}

/** What is particular to a tool that an administrator made. */
export interface CustomMark {
  readonly use: string;
  readonly enabled: boolean;
  /** Why it cannot be offered to anybody, as a sentence. */
  readonly broken?: string;
  /** What an administrator would want to know of it, as sentences. */
  readonly advice?: readonly string[];
}

interface Description<Input extends z.ZodObject, Output extends z.ZodObject> {
  /** The wire name. */
  readonly name: string;
  readonly title: string;
  /** Told to the model: when to use the tool and what comes back. */
  readonly description: string;
  readonly since: Profile;
  readonly offered: Readonly<Record<Column, Offer>>;
  /** Any one of these suffices; none means no scope is needed. */
  readonly scopes: readonly Scope[];
  /** What the agent's role must allow in strict mode. */
  readonly needs?: Need;
  /** The same for what it does in another area besides: both must be had. */
  readonly also?: { readonly scopes: readonly Scope[]; readonly needs?: Need };
  /** Makes sense only for a person: service applications are not offered it. */
  readonly forAgentsOnly?: boolean;
  readonly idempotent?: boolean;
  readonly destructive?: boolean;
  /** Absent on built-in tools. A custom tool is chosen by being enabled, beside "include all system tools" as well. */
  readonly custom?: CustomMark;
  readonly input: (placement: Placement) => Input;
  readonly output: Output;
  /**
   * What a call would do outside the desk now, as a sentence; undefined or absent when nothing. A preview does not run
   * such a call: it could not be taken back.
   */
  readonly outside?: () => string | undefined;
  /** Shows the output as these blocks instead of as JSON; such a tool lists no output schema. */
  readonly content?: (output: z.output<Output>) => readonly ContentBlock[];
}

export interface ReadTool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> extends Description<Input, Output> {
  readonly kind: 'read';
  run(input: z.output<Input>, context: ToolContext): z.input<Output> | Promise<z.input<Output>>;
}

export interface WriteTool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> extends Description<Input, Output> {
  readonly kind: 'write';
  /** Runs inside the call's change set, so it may not wait for anything. */
  run(input: z.output<Input>, context: ToolContext): z.input<Output>;
}

/** The second half of a write that had to wait: runs inside the call's change set, with the context of that moment. */
export type PreparedWrite<Output extends z.ZodObject = z.ZodObject> = (context: ToolContext) => z.input<Output>;

/** A write that begins with something to wait for. */
export interface WaitingWriteTool<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodObject = z.ZodObject,
> extends Description<Input, Output> {
  readonly kind: 'write';
  /**
   * Reads and waits before the change set is begun; where it throws nothing is written. What it answers writes, and sees
   * to it that what was read still holds.
   */
  prepare(input: z.output<Input>, context: ToolContext): Promise<PreparedWrite<Output>>;
}

/** One that is built in: it waits for nothing outside the desk. */
export type SystemTool = ReadTool | WriteTool;
export type Tool = SystemTool | WaitingWriteTool;

export function defineReadTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Omit<ReadTool<Input, Output>, 'kind'>,
): SystemTool {
  return { ...tool, kind: 'read' } as unknown as SystemTool;
}

export function defineWriteTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Omit<WriteTool<Input, Output>, 'kind'>,
): SystemTool {
  return { ...tool, kind: 'write' } as unknown as SystemTool;
}
