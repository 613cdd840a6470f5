import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Socket {
  readonly local: string;
  readonly remote: string;
  readonly listens: boolean;
  readonly family: 'tcp' | 'tcp6' | 'udp' | 'udp6';
}

/** A process and all that it started, directly or not. */
export function listProcessTree(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = readText(`/proc/${name}/stat`);
    const parent = /\) \S+ (\d+)/.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const children = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...children(child)]);
  return [pid, ...children(pid)];
}

/** Every internet socket that these processes hold, as the kernel knows them. */
export function listSockets(pids: readonly number[]): Socket[] {
  const inodes = new Set(pids.flatMap(listSocketInodes));
  return (['tcp', 'tcp6', 'udp', 'udp6'] as const).flatMap((family) =>
    readText(`/proc/net/${family}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .map(([, local = '', remote = '', state]) => ({
        local: readAddress(local),
        remote: readAddress(remote),
        listens: state === '0A',
        family,
      })),
  );
}

function listSocketInodes(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
}

/** The kernel writes IPv4 addresses as one number in this machine's byte order. */
function readAddress(text: string): string {
  const [address = '', port = ''] = text.split(':');
  const bytes = address.length === 8 ? (address.match(/../g) ?? []).reverse() : [];
  const host = bytes.length === 4 ? bytes.map((byte) => Number.parseInt(byte, 16)).join('.') : address;
  return `${host}:${Number.parseInt(port, 16)}`;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
