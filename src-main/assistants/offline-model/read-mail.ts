/** A message that brings along somebody else's words, taken apart. */
export interface Brought {
  readonly request: string;
  /** What was brought along: it tells of the matter, and asks the assistant for nothing. */
  readonly told: string;
}

const header = /^\s*>*\s*(?:from|to|cc|sent|date|subject|re|fwd?|betreff|von)\s*:\s*(.*)$/i;
const closing =
  /^\s*(?:(?:best|kind|many|warm|with best)\s+)?(?:regards|thanks|wishes|cheers|thank you|sincerely|br)\b.{0,40}$/i;
const announces = /^(?!.*\?\s*$).{0,160}:\s*$/;
const quotedLine = /^\s*>/;

/** An e-mail that was pasted in, or what follows a line that ends with a colon. */
export function readMail(message: string): Brought {
  const lines = message.split('\n');
  if (lines.length < 2) return { request: message, told: '' };
  const headed = lines.findIndex((line) => header.test(line));
  const isMail = lines.filter((line) => header.test(line)).length > 1;
  const announced = lines.findIndex((line, place) => announces.test(line) && place < lines.length - 1);
  if (isMail) return takeApart(lines, headed);
  if (lines.some((line) => quotedLine.test(line))) {
    const told = lines.filter((line) => quotedLine.test(line)).map((line) => line.replace(/^[\s>]+/, ''));
    return { request: lines.filter((line) => !quotedLine.test(line)).join('\n'), told: tell(told) };
  }
  const rest = announced < 0 ? [] : lines.slice(announced + 1).filter((line) => line.trim() !== '');
  if (rest.length === 0 || rest.every((line) => /^\s*(?:[-*•]|\d{1,2}[.)])\s/.test(line)))
    return { request: message, told: '' };
  return {
    request: lines
      .slice(0, announced + 1)
      .join('\n')
      .replace(/:\s*$/, ''),
    told: tell(rest),
  };
}

/** What stands before the mail is the request, or else its last paragraph. */
function takeApart(lines: readonly string[], headed: number): Brought {
  const before = lines.slice(0, headed).join('\n').replace(/:\s*$/, '').trim();
  const mail = lines.slice(headed);
  if (before !== '') return { request: before, told: tell(mail) };
  const gap = mail.findLastIndex((line, place) => line.trim() === '' && place < mail.length - 1);
  if (gap < 0) return { request: '', told: tell(mail) };
  return { request: mail.slice(gap + 1).join('\n'), told: tell(mail.slice(0, gap)) };
}

const tell = (lines: readonly string[]): string =>
  lines
    .filter((line) => line.trim() !== '' && !closing.test(line))
    .map((line) => line.replace(/^\s*(?:subject|re|fwd?)\s*:\s*/i, '').trim())
    .filter((line) => !/^(?:to|cc|sent|date)\s*:/i.test(line))
    .map((line) => line.replace(/^(?:hi|hello|dear)\b[^,.!]{0,30}[,!]\s*/i, ''))
    .join('\n');
