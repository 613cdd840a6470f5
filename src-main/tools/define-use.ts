import type { z } from 'zod';
import type { DataLimits } from '../../src-shared/domain/endpoint-settings.ts';
import type { Desk } from '../domain/desk.ts';
import type { AbilityMaterial } from './ability-material.ts';
import type { Column, Placement, ReadTool, WaitingWriteTool, WriteTool } from './define-tool.ts';

/** Where a custom tool is to be offered, and what it may be made of. */
export interface UseContext {
  readonly material: Desk['toolMaterial'];
  readonly abilities: AbilityMaterial;
  readonly limits: DataLimits;
  /** The endpoint's: a tool is to fit at least one of them. */
  readonly columns: readonly Column[];
}

/** Parameters by their names, in the order in which models read them. */
export type Parameters = Readonly<Record<string, z.ZodType>>;

type Given = 'name' | 'title' | 'description' | 'custom' | 'input';

/** A tool but for what the administrator says of it. */
export type MadeTool = (Omit<ReadTool, Given> | Omit<WriteTool, Given> | Omit<WaitingWriteTool, Given>) & {
  readonly parameters: (placement: Placement) => Parameters;
  /** What an administrator would want to know of it, as sentences. */
  readonly advice?: readonly string[];
};

/** Why nothing can be made of the settings, as a sentence for the administrator. */
export interface Broken {
  readonly broken: string;
}

/** One of the things that a custom tool can be used for (SPEC 6). */
export interface CustomUse<Settings = unknown> {
  readonly name: string;
  readonly title: string;
  /** What it is for, as one sentence for the administrator. */
  readonly about: string;
  readonly settings: z.ZodType<Settings>;
  make(settings: Settings, context: UseContext): MadeTool | Broken;
}

export function defineUse<Settings>(use: CustomUse<Settings>): CustomUse {
  return use;
}
