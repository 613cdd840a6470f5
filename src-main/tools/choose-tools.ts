import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import {
  type Choosable,
  includeAll,
  isChosen as isChosenAmong,
  type ToolChoice,
  turnTools,
} from '../../src-shared/domain/tool-choice.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import type { Column, SystemTool, Tool } from './define-tool.ts';
import { findNearNames } from './near-names.ts';

type Choice = Pick<EndpointSettings, 'includeAllSystemTools' | 'tools'>;

/** What becomes of an endpoint's choice of tools, and a sentence that says so. */
export interface ChoiceMade extends Choice {
  readonly changed: boolean;
  readonly message: string;
}

/** Which columns of SPEC 5 an endpoint shows: a user meets the user column wherever users are let in. */
export function columnsOf(type: EndpointSettings['type']): readonly Column[] {
  if (type === 'default') return ['default', 'user'];
  return [type];
}

/** Whether the settings choose the tool for at least one of the endpoint's columns. */
export function isChosen(tool: Tool, settings: EndpointSettings): boolean {
  return tool.custom?.enabled ?? isChosenAmong(choosable(tool, settings), settings);
}

export function enableTool(name: string, settings: EndpointSettings, tools: readonly SystemTool[]): ChoiceMade {
  const tool = getTool(name, settings, tools);
  if (isChosen(tool, settings)) return unchanged(settings, `${name} is on already.`);
  return done(turnTools([name], true, settings, choosables(tools, settings)), `${name} is on.`);
}

/** Leaving one out of "all" is only possible by naming the others, which are then fixed: new releases add none. */
export function disableTool(name: string, settings: EndpointSettings, tools: readonly SystemTool[]): ChoiceMade {
  const tool = getTool(name, settings, tools);
  if (!isChosen(tool, settings)) return unchanged(settings, `${name} is off already.`);
  const choice = turnTools([name], false, settings, choosables(tools, settings));
  const wasAll = settings.includeAllSystemTools && !choice.includeAllSystemTools;
  return done(
    choice,
    wasAll
      ? `${name} is off. "Include all system tools" is off too: the other ${choice.tools.length} tools are now chosen one by one.`
      : `${name} is off.`,
  );
}

/** Tools that are not part of "all" stay as they were chosen. */
export function enableAllTools(settings: EndpointSettings, tools: readonly SystemTool[]): ChoiceMade {
  if (settings.includeAllSystemTools) return unchanged(settings, '"Include all system tools" is on already.');
  return done(includeAll(true, settings, choosables(tools, settings)), '"Include all system tools" is on.');
}

/** Throws where one of the names is no tool, or one that this type of endpoint never offers. */
export function checkNames(
  names: readonly string[],
  type: EndpointSettings['type'],
  tools: readonly SystemTool[],
): void {
  for (const name of names) getTool(name, { type }, tools);
}

/** Of what the settings choose the tools that only read, each by name: later releases add none. */
export function chooseReading(settings: EndpointSettings, tools: readonly SystemTool[]): Choice {
  const reading = tools.filter((tool) => tool.kind === 'read' && isChosen(tool, settings));
  return { includeAllSystemTools: false, tools: reading.map((tool) => tool.name) };
}

/** Turns several tools on or off together; throws without any change when one of the names is wrong. */
export function chooseTools(
  names: readonly string[],
  enabled: boolean,
  settings: EndpointSettings,
  tools: readonly SystemTool[],
): ChoiceMade {
  const made = names.reduce<{ settings: EndpointSettings; changed: string[] }>(
    (before, name) => {
      const {
        changed,
        includeAllSystemTools,
        tools: chosen,
      } = (enabled ? enableTool : disableTool)(name, before.settings, tools);
      return {
        settings: { ...before.settings, includeAllSystemTools, tools: chosen },
        changed: changed ? [...before.changed, name] : before.changed,
      };
    },
    { settings, changed: [] },
  );
  const { includeAllSystemTools, tools: chosen } = made.settings;
  const count = made.changed.length;
  const wasAll = settings.includeAllSystemTools && !includeAllSystemTools;
  const what = count === 1 ? `${made.changed[0]} is` : `${count} tools are`;
  const rest = wasAll
    ? ` "Include all system tools" is off too: ${chosen.length} tools are now chosen one by one.`
    : '';
  return {
    ...{ includeAllSystemTools, tools: chosen, changed: count > 0 },
    message: count === 0 ? 'Nothing changed.' : `${what} ${enabled ? 'on' : 'off'}.${rest}`,
  };
}

/** The same tools, each chosen by name: later releases add none. */
export function pickOneByOne(settings: EndpointSettings, tools: readonly SystemTool[]): ChoiceMade {
  if (!settings.includeAllSystemTools) return unchanged(settings, '"Include all system tools" is off already.');
  const choice = includeAll(false, settings, choosables(tools, settings));
  const message = `"Include all system tools" is off: ${choice.tools.length} tools are now chosen one by one.`;
  return done(choice, message);
}

function choosable(tool: Tool, { type }: Pick<EndpointSettings, 'type'>): Choosable {
  return { name: tool.name, included: columnsOf(type).some((column) => tool.offered[column] === 'listed') };
}

function choosables(tools: readonly SystemTool[], settings: EndpointSettings): Choosable[] {
  return tools.map((tool) => choosable(tool, settings));
}

function done({ includeAllSystemTools, tools }: ToolChoice, message: string): ChoiceMade {
  return { includeAllSystemTools, tools: [...tools], changed: true, message };
}

function getTool(name: string, { type }: Pick<EndpointSettings, 'type'>, tools: readonly SystemTool[]): SystemTool {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool === undefined) {
    const near = findNearNames(
      name,
      tools.map((candidate) => candidate.name),
    );
    const hint = near.length === 0 ? 'List the tools to see their names.' : `Did you mean ${near.join(' or ')}?`;
    throw new AppError('not_found', `There is no tool named "${name}". ${hint}`);
  }
  if (columnsOf(type).every((column) => tool.offered[column] === 'no')) {
    throw new AppError(
      'conflict',
      `${name} cannot be offered on this endpoint: it belongs to other kinds of endpoint.`,
    );
  }
  return tool;
}

function unchanged({ includeAllSystemTools, tools }: Choice, message: string): ChoiceMade {
  return { includeAllSystemTools, tools, changed: false, message };
}
