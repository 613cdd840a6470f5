import type { CustomTool } from '../../src-shared/domain/custom-tools.ts';
import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { type ChoiceMade, chooseTools } from './choose-tools.ts';
import type { SystemTool, Tool } from './define-tool.ts';

export interface WholeChoice extends ChoiceMade {
  readonly customTools: EndpointSettings['customTools'];
}

/** Turns built-in and custom tools on or off together; throws without any change when one of the names is wrong. */
export function chooseAnyTools(
  names: readonly string[],
  enabled: boolean,
  settings: EndpointSettings,
  systemTools: readonly SystemTool[],
): WholeChoice {
  const isCustom = (name: string): boolean => settings.customTools.some((tool) => tool.name === name);
  const choice = chooseTools(
    names.filter((name) => !isCustom(name)),
    enabled,
    settings,
    systemTools,
  );
  const turned = settings.customTools.filter((tool) => names.includes(tool.name) && tool.enabled !== enabled);
  const customTools = settings.customTools.map((tool) => (turned.includes(tool) ? { ...tool, enabled } : tool));
  if (turned.length === 0) return { ...choice, customTools };
  const what = turned.length === 1 ? `${turned[0]?.name} is` : `${turned.length} custom tools are`;
  const rest = choice.changed ? ` ${choice.message}` : '';
  return { ...choice, changed: true, message: `${what} ${enabled ? 'on' : 'off'}.${rest}`, customTools };
}

/** Of the endpoint's custom tools those that only read. */
export function listReadingTools({ customTools }: EndpointSettings, tools: readonly Tool[]): CustomTool[] {
  const reading = new Set(
    tools.filter(({ kind, custom }) => kind === 'read' && custom?.broken === undefined).map(({ name }) => name),
  );
  return customTools.filter(({ name }) => reading.has(name));
}
