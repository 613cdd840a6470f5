import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Message {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: { readonly name?: string; readonly protocolVersion?: string };
}

/** Answers one request of a client, or leaves it open. */
type Answer = (message: Message, request: IncomingMessage, response: ServerResponse) => object | undefined;

/** An MCP server of the older revisions on a port of its own, which answers calls as a test says. */
export async function startBareMcpServer(tools: readonly object[], onCall: Answer) {
  const received: { method: string; headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const message = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Message;
      received.push({ method: message.method, headers: request.headers });
      if (message.id === undefined) return void response.writeHead(202).end();
      const reply = answer(message, request, response);
      if (reply === undefined) return;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ jsonrpc: '2.0', id: message.id, ...reply }));
    });
  });

  const answer: Answer = (message, request, response) => {
    switch (message.method) {
      case 'initialize': {
        const { protocolVersion } = message.params ?? {};
        const serverInfo = { name: 'bare', version: '1.0.0' };
        return { result: { protocolVersion, capabilities: { tools: {} }, serverInfo } };
      }
      case 'tools/list':
        return { result: { tools } };
      case 'tools/call':
        return onCall(message, request, response);
      default:
        return { error: { code: -32601, message: 'Method not found' } };
    }
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    host: `127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
