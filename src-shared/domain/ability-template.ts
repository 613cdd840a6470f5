/** A prompt taken apart: text as it is, and places that are filled in. */
type TemplatePart = { readonly text: string } | { readonly place: string };

const place = /\{\{\s*([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)\s*\}\}/g;

/** Places stand between double braces, such as `{{ticket.summary}}`. What is no place stays text. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let from = 0;
  for (const match of template.matchAll(place)) {
    const text = template.slice(from, match.index);
    if (text !== '') parts.push({ text });
    parts.push({ place: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  const rest = template.slice(from);
  return rest === '' ? parts : [...parts, { text: rest }];
}

/** The names of its places, each once, in their order. */
export function listPlacesOf(template: string): string[] {
  return [...new Set(parseTemplate(template).flatMap((part) => ('place' in part ? [part.place] : [])))];
}

/** What is wrong with a template, as a sentence: a place that is not known, or braces that are none. */
export function findTemplateTrouble(template: string, known: readonly string[]): string | undefined {
  for (const part of parseTemplate(template)) {
    if ('place' in part) {
      if (known.includes(part.place)) continue;
      return `There is no place {{${part.place}}}. Known are: ${known.map((name) => `{{${name}}}`).join(', ')}.`;
    }
    const braces = /\{\{[^}\n]{0,40}|\}\}/.exec(part.text)?.[0];
    if (braces !== undefined) return `"${braces}" is no place. A place is written like {{${known[0] ?? 'text'}}}.`;
  }
  return undefined;
}
