import type { Parameter } from './parameters.ts';
import type { ToolProfile } from './tool-profile.ts';

/** Asks for what a tool needs and the request does not say. */
export function askFor(parameter: Parameter, { tool }: ToolProfile): string {
  const name = parameter.words.join(' ');
  const choices = parameter.choices.length === 0 ? '' : ` It can be: ${parameter.choices.slice(0, 20).join(', ')}.`;
  const isMany = /[^s]s$/.test(name) && !/(?:status|address)$/.test(name);
  const told = (parameter.description.split(/(?<=\.)\s/, 1)[0] ?? '').replace(/\.$/, '');
  const more =
    told === '' ? '' : `: ${/^\p{Lu}\p{Ll}/u.test(told) ? told.charAt(0).toLowerCase() + told.slice(1) : told}`;
  return `What ${isMany ? 'are' : 'is'} the ${name}? “${tool.title ?? tool.name}” needs ${isMany ? 'them' : 'it'}${more}.${choices}`;
}
