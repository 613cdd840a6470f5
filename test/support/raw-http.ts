import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawReply {
  readonly status: number;
  /** Names in lower case; repeated ones joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RawConnection {
  readonly socket: Socket;
  write(bytes: string | Buffer): void;
  /** The next whole reply; undefined when the server closes the connection without one. */
  next(): Promise<RawReply | undefined>;
  /** Sends the requests in one piece and answers their replies, in order: HTTP/1.1 pipelining. */
  exchange(requests: readonly string[]): Promise<RawReply[]>;
  close(): void;
}

/** A TCP connection on which a test says exactly what it wants to, and hears what came back. */
export async function openRawConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  let received: Buffer = Buffer.alloc(0);
  let ended = false;
  let wake = (): void => undefined;
  socket.setNoDelay(true);
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    wake();
  });
  socket.on('close', () => {
    ended = true;
    wake();
  });
  // A server may close while the test still writes; what matters is what it said before.
  socket.on('error', () => undefined);

  const next = async (): Promise<RawReply | undefined> => {
    for (;;) {
      const parsed = parseReply(received);
      if (parsed !== undefined) {
        received = received.subarray(parsed.length);
        return parsed.reply;
      }
      if (ended) return undefined;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };

  return {
    socket,
    next,
    write: (bytes) => void socket.write(bytes),
    async exchange(requests) {
      socket.write(requests.join(''));
      const replies: RawReply[] = [];
      for (const _ of requests) {
        const reply = await next();
        if (reply === undefined) throw new Error('The server closed the connection before it had answered.');
        replies.push(reply);
      }
      return replies;
    },
    close: () => socket.destroy(),
  };
}

/** Sends bytes on a connection of their own and answers the first reply. */
export async function sendRaw(url: string, bytes: string | Buffer): Promise<RawReply | undefined> {
  const connection = await openRawConnection(url);
  try {
    connection.write(bytes);
    return await connection.next();
  } finally {
    connection.close();
  }
}

/** A request as text: a POST of JSON to the endpoint unless `options` says otherwise. */
export function rawRequest(
  url: string,
  body: string,
  options: { method?: string; path?: string; headers?: Readonly<Record<string, string | undefined>> } = {},
): string {
  const { host, pathname } = new URL(url);
  const headers: Record<string, string | undefined> = {
    Host: host,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    ...options.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return [`${options.method ?? 'POST'} ${options.path ?? pathname} HTTP/1.1`, ...lines, '', body].join('\r\n');
}

function parseReply(bytes: Buffer): { reply: RawReply; length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const [statusLine = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [name = '', ...value] = line.split(':');
    const key = name.toLowerCase();
    const text = value.join(':').trim();
    headers[key] = headers[key] === undefined ? text : `${headers[key]}, ${text}`;
  }
  const status = Number(statusLine.split(' ')[1]);
  const start = end + 4;
  if (headers['transfer-encoding'] === 'chunked') {
    const whole = readChunks(bytes, start);
    return whole === undefined ? undefined : { reply: { status, headers, body: whole.body }, length: whole.end };
  }
  const size = Number(headers['content-length'] ?? 0);
  if (bytes.length < start + size) return undefined;
  return { reply: { status, headers, body: bytes.toString('utf8', start, start + size) }, length: start + size };
}

function readChunks(bytes: Buffer, start: number): { body: string; end: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = start; ;) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) return undefined;
    const size = parseInt(bytes.toString('latin1', at, line), 16);
    const next = line + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { body: Buffer.concat(parts).toString('utf8'), end: next };
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = next;
  }
}
