import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBareMcpServer } from '../support/bare-mcp-server.ts';
import { call } from '../support/scripted-model.ts';
import { type ServedResponses, serveResponses } from '../support/serve-responses.ts';

let api: ServedResponses;

beforeAll(async () => {
  api = await serveResponses();
});

afterAll(() => api.served.close());
beforeEach(() => {
  api.model.plan();
  api.allow();
});

describe('other servers', () => {
  const tools = [{ name: 'slow', description: 'Takes long.', inputSchema: { type: 'object' } }];

  test.each([
    'http://127.0.0.1:1/api/mcp',
    'http://example.org/api/mcp',
    'file:///etc/passwd',
    'nonsense',
    'http://[::1]:4256/api/mcp',
  ])('at %s are refused by name before anything is sent', async (url) => {
    await expect(api.ask(api.halo({ server_url: url }))).rejects.toMatchObject({
      status: 400,
      param: 'tools[0].server_url',
    });
    expect(api.model.asked()).toEqual([]);
  });

  test('are not reached by another spelling of this workbench’s address', async () => {
    const port = new URL(api.served.url).port;
    const spellings = [
      `${api.served.url}/v1/responses`,
      `${api.served.url}/api/mcp/../../v1/models`,
      `${api.served.url}/api/mcp/%2e%2e/auth/token`,
      `${api.served.url}/api/mcp?x=1`,
      `${api.served.url}/api/mcp/a/b`,
      `http://user:secret@127.0.0.1:${port}/api/mcp`,
      `http://127.0.0.1:${port}@example.org/api/mcp`,
      `http://127.0.0.1.example.org:${port}/api/mcp`,
      `https://127.0.0.1:${port}/api/mcp`,
    ];
    for (const url of spellings) {
      await expect(api.ask(api.halo({ server_url: url })), url).rejects.toMatchObject({ status: 400 });
    }
  });

  test.each(['Host', 'origin', 'Content-Length', 'Transfer-Encoding', 'Connection', 'Mcp-Session-Id', 'Bad Name'])(
    'and the workbench’s own are not sent the header %s',
    async (name) => {
      const refused = api.ask(api.halo({ headers: { [name]: 'x' } }));
      await expect(refused).rejects.toMatchObject({ status: 400, param: 'tools[0].headers' });
    },
  );

  test('that an administrator allowed are called, with the headers that were given', async () => {
    const bare = await startBareMcpServer(tools, () => ({
      result: { content: [{ type: 'text', text: 'Slow and done' }] },
    }));
    try {
      api.allow(bare.host);
      api.model.plan(call('mcp:bare:slow'));
      const tool = api.halo({ server_label: 'bare', server_url: bare.url, headers: { 'X-Own': 'yes' } });
      const response = await api.ask(tool);
      expect(response.output[1]).toMatchObject({ type: 'mcp_call', output: 'Slow and done' });
      expect(bare.received.every(({ headers }) => headers['x-own'] === 'yes')).toBe(true);
    } finally {
      await bare.close();
    }
  });

  test('do not send it elsewhere: no redirect is followed', async () => {
    let reached = false;
    const target = await startBareMcpServer(tools, () => ({ result: { content: [] } }));
    const redirecting = createServer((_, response) => {
      reached = true;
      response.writeHead(307, { location: target.url }).end();
    });
    await new Promise<void>((resolve) => redirecting.listen(0, '127.0.0.1', resolve));
    const { port } = redirecting.address() as AddressInfo;
    try {
      api.allow(`127.0.0.1:${port}`, target.host);
      const tool = api.halo({ server_label: 'there', server_url: `http://127.0.0.1:${port}/mcp` });
      await expect(api.ask(tool)).rejects.toMatchObject({
        status: 424,
        message: expect.stringContaining('redirect') as unknown,
      });
      expect(reached).toBe(true);
      expect(target.received).toEqual([]);
    } finally {
      redirecting.close();
      await target.close();
    }
  });

  test('cannot fill the memory: of a reply that never ends a bound is read, and the call fails', async () => {
    const endless = 'x'.repeat(17 * 1024 * 1024);
    const bare = await startBareMcpServer(tools, () => ({ result: { content: [{ type: 'text', text: endless }] } }));
    try {
      api.allow(bare.host);
      api.model.plan(call('mcp:bare:slow'));
      const response = await api.ask(api.halo({ server_label: 'bare', server_url: bare.url, headers: {} }));
      expect(response.output[1]).toMatchObject({ type: 'mcp_call', status: 'failed', output: null });
      expect(JSON.stringify(response.output[1])).toContain('16 MiB');
    } finally {
      await bare.close();
    }
  });

  test('that are slow hold up no more than 16 responses of a key at a time', async () => {
    const waiting: (() => void)[] = [];
    let full = () => undefined as void;
    const isFull = new Promise<void>((resolve) => (full = resolve));
    const bare = await startBareMcpServer(tools, ({ id }, _request, response) => {
      waiting.push(() => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ jsonrpc: '2.0', id, result: { content: [] } }));
      });
      if (waiting.length === 16) full();
      return undefined;
    });
    try {
      api.allow(bare.host);
      api.model.plan(...Array.from({ length: 16 }, () => call('mcp:bare:slow')));
      const tool = api.halo({ server_label: 'bare', server_url: bare.url, headers: {} });
      const running = Array.from({ length: 16 }, () => api.ask(tool));
      await isFull;
      await expect(api.ask(tool)).rejects.toMatchObject({ status: 429, code: 'rate_limit_exceeded' });
      for (const answerNow of waiting) answerNow();
      for (const response of await Promise.all(running)) expect(response.status).toBe('completed');
      expect((await api.ask(tool)).status).toBe('completed');
    } finally {
      await bare.close();
    }
  });

  test('hear that a client went away: its running call is given up', async () => {
    let started = () => undefined as void;
    let gaveUp = () => undefined as void;
    const running = new Promise<void>((resolve) => (started = resolve));
    const ended = new Promise<void>((resolve) => (gaveUp = resolve));
    const bare = await startBareMcpServer(tools, (_message, _request, response) => {
      response.on('close', gaveUp);
      started();
      return undefined;
    });
    try {
      api.allow(bare.host);
      api.model.plan(call('mcp:bare:slow'));
      const tool = api.halo({ server_label: 'bare', server_url: bare.url, headers: {} });
      const stream = await api.client.responses.create({ model: 'm', input: 'Hi', tools: [tool], stream: true });
      const read = (async () => {
        for await (const event of stream) if (event.type === 'response.mcp_call.completed') return event;
        return undefined;
      })();
      await running;
      stream.controller.abort();
      await ended;
      expect(await read).toBeUndefined();
      expect(api.model.asked()).toHaveLength(1);
    } finally {
      await bare.close();
    }
  });
});
