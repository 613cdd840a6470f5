import { InvalidArgumentError } from 'commander';

export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}

export function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= 500) return count;
  throw new InvalidArgumentError('Give a number from 1 to 500.');
}

export function parseId(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A key is named by its number, which "key list" shows.');
}

/** Names with commas or spaces between them. */
export function parseList(text: string): string[] {
  return text.split(/[\s,]+/).filter((name) => name !== '');
}

const day = 86_400_000;

/** `30d`, a day (until its end, in this machine's time zone) or a moment; as ISO 8601 in UTC. */
export function parseExpiry(text: string): string {
  const days = /^(\d{1,5})d$/.exec(text)?.[1];
  if (days !== undefined) return new Date(Date.now() + Number(days) * day).toISOString();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const moment = isDay ? new Date(`${text}T23:59:59.999`) : new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new InvalidArgumentError('Give a date such as 2030-12-31, or a number of days such as 90d.');
}
