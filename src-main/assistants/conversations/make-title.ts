const longest = 80;

export const untitled = 'New conversation';

/** The beginning of a prompt, on one line. */
export function makeTitle(prompt: string): string {
  const line = prompt.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line === '' ? untitled : line;
  const cut = line.slice(0, longest).replace(/\p{Cs}$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:]+$/u, '')}…`;
}
