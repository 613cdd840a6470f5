/** The choices that a text has, one a line. */
export function readChoices(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is wrong with the choices, as a sentence. */
export function checkChoices(text: string): string | undefined {
  const choices = readChoices(text);
  const long = choices.find((choice) => choice.length > 200);
  if (long !== undefined) return `“${long.slice(0, 40)}…” is longer than 200 characters.`;
  const lower = choices.map((choice) => choice.toLowerCase());
  const twice = choices.find((_, index) => lower.indexOf(lower[index] ?? '') < index);
  if (twice !== undefined) return `“${twice}” is there twice.`;
  return choices.length > 500 ? 'At most 500 choices.' : undefined;
}

/** What tools call a field of that label: `access_level` for "Access level". */
export function nameOfLabel(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 100);
}
