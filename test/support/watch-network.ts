import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/**
 * Loaded in front of the program (`--import`): writes every attempt to reach another machine, or to look up a name,
 * into the file that WATCH_NETWORK names. Paths (sockets) and loopback addresses are not written.
 */
const file = process.env['WATCH_NETWORK'];
const note = (what: string): void => {
  if (file !== undefined) appendFileSync(file, `${what}\n`);
};

const isLoopback = (host: unknown): boolean =>
  host === undefined || host === 'localhost' || host === '::1' || (typeof host === 'string' && host.startsWith('127.'));

const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const [first] = args.flat();
  const options = typeof first === 'object' && first !== null ? (first as { host?: string; path?: string }) : {};
  if (options.path === undefined && !isLoopback(options.host)) note(`connect ${String(options.host)}`);
  return connect.apply(this, args);
};

for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
  const original = dns[name] as (...args: unknown[]) => unknown;
  Object.defineProperty(dns, name, {
    value: (...args: unknown[]) => {
      if (!isLoopback(args[0])) note(`${name} ${String(args[0])}`);
      return original(...args);
    },
  });
}

const send = dgram.Socket.prototype.send as (...args: unknown[]) => void;
dgram.Socket.prototype.send = function (this: dgram.Socket, ...args: unknown[]): void {
  note('datagram');
  send.apply(this, args);
};
