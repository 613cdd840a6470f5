import type { z } from 'zod';
import {
  type CustomTool,
  findNameTrouble,
  longestCustomToolTitle,
  longestInstruction,
  longestParameterDescription,
  mostCustomTools,
} from '../../src-shared/domain/custom-tools.ts';
import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { text } from './arguments.ts';
import { columnsOf } from './choose-tools.ts';
import type { Tool } from './define-tool.ts';
import type { CustomUse } from './define-use.ts';
import type { EndpointTools } from './endpoint-tools.ts';

/**
 * The settings with their custom tools as they are kept. Throws a sentence where one of them is wrong. Those that
 * `known` had are taken as they are: what they were made of may have gone since, which is shown where they are listed.
 */
export function checkCustomTools<Settings extends EndpointSettings>(
  settings: Settings,
  known: EndpointSettings | undefined,
  endpointTools: EndpointTools,
): Settings {
  const { customTools } = settings;
  if (customTools.length > mostCustomTools) {
    throw invalid(`An endpoint has at most ${mostCustomTools} custom tools. Delete one that is not used.`);
  }
  checkNamesApart(customTools);
  const contentOf = (tool: CustomTool): string => JSON.stringify({ ...tool, enabled: true });
  const kept = new Set(known?.customTools.map(contentOf));
  const isKept = (tool: CustomTool): boolean => kept.has(contentOf(tool));
  const next = {
    ...settings,
    customTools: customTools.map((tool) => (isKept(tool) ? tool : checkWords(tool, endpointTools.uses))),
  };
  const tools = endpointTools.of(next);
  for (const tool of next.customTools) {
    if (!isKept(tool))
      checkMade(
        tool,
        tools.find(({ name }) => name === tool.name),
        next,
      );
  }
  return next;
}

function checkNamesApart(tools: readonly CustomTool[]): void {
  const seen = new Set<string>();
  for (const { name } of tools) {
    const key = name.toLowerCase();
    if (seen.has(key)) {
      throw new AppError(
        'conflict',
        `There is already a custom tool named ${shorten(name)} here: choose another name.`,
      );
    }
    seen.add(key);
  }
}

function checkWords(tool: CustomTool, uses: readonly CustomUse[]): CustomTool {
  const { name, title, instruction, use, settings, parameters } = tool;
  const trouble = findNameTrouble(name);
  if (trouble !== undefined) throw invalid(trouble);
  checkText(`The title of ${name}`, title, longestCustomToolTitle);
  if (/[\n\r\t]/.test(title)) throw invalid(`The title of ${name} must be one line.`);
  checkText(`The instruction of ${name}`, instruction, longestInstruction);
  for (const [parameter, description] of Object.entries(parameters)) {
    checkText(`The description of ${shorten(parameter)} in ${name}`, description, longestParameterDescription);
  }
  const found = uses.find((each) => each.name === use);
  if (found === undefined) {
    throw invalid(`There is no use "${shorten(use)}". Choose one of: ${uses.map((each) => each.name).join(', ')}.`);
  }
  const parsed = found.settings.safeParse(settings);
  if (!parsed.success) throw invalid(`The settings of ${name} are not valid. ${describe(parsed.error)}`);
  return { ...tool, title: title.trim(), settings: parsed.data as CustomTool['settings'] };
}

function checkText(what: string, value: string, max: number): void {
  const parsed = text({ max }).safeParse(value);
  if (parsed.success) return;
  throw invalid(`${what} is not right. ${parsed.error.issues.map(({ message }) => message).join(' ')}`);
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return `${path === '' ? '' : `${path}: `}${issue?.message ?? 'Choose what it uses.'}`;
}

/** A tool that nobody could ever be offered, or whose words are about parameters that it has not, is a slip of the pen. */
function checkMade(
  { name, parameters }: CustomTool,
  tool: Tool | undefined,
  { type, profile }: EndpointSettings,
): void {
  if (tool === undefined) throw new Error('Every custom tool is built.');
  if (tool.custom?.broken !== undefined) throw new AppError('conflict', `${name}: ${tool.custom.broken}`);
  const known = new Set(
    columnsOf(type)
      .filter((column) => tool.offered[column] !== 'no')
      .flatMap((column) => Object.keys(tool.input({ column, profile }).shape)),
  );
  const unknown = Object.keys(parameters).find((parameter) => !known.has(parameter));
  if (unknown === undefined) return;
  throw invalid(`${name} has no parameter ${shorten(unknown)}. It has: ${[...known].join(', ')}.`);
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80).replace(/\p{Cs}$/u, '')}…`;
}

function invalid(message: string): AppError {
  return new AppError('invalid_arguments', message);
}
