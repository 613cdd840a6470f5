import type { z } from 'zod';

const maximumShown = 5;
/** Names that a client made up are repeated, so that one issue may be as long as a request. */
const maximumLength = 300;

/** What is wrong with a tool's arguments, as one sentence a model can act on. */
export function describeIssues(tool: string, error: z.ZodError): string {
  const shown = error.issues.slice(0, maximumShown).map((issue) => {
    const path = issue.path.map(String).join('.');
    return shorten(path === '' ? issue.message : `${path}: ${issue.message}`);
  });
  const more = error.issues.length > maximumShown ? ` (and ${error.issues.length - maximumShown} more)` : '';
  return `The arguments of ${tool} are not valid and nothing was done. ${shown.join('; ')}${more}`;
}

function shorten(text: string): string {
  if (text.length <= maximumLength) return text;
  // Without the half of a surrogate pair that the cut may leave.
  return `${text.slice(0, maximumLength).replace(/\p{Cs}$/u, '')}…`;
}
