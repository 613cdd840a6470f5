import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSampleRequest, createSnippets, samplePrompt } from '../../src-shared/domain/client-snippets.ts';
import { serveDesk } from '../support/serve-desk.ts';
import { smallDesk } from '../support/small-desk.ts';

const hostile = {
  url: "http://127.0.0.1:4256/api/mcp?a='b'&c=$(id)",
  key: `it's "a" $KEY \`id\` \\ !`,
  name: 'Service desk: agents & "others"',
};

const find = (id: string, target: Parameters<typeof createSnippets>[0]): string => {
  const snippet = createSnippets(target).find((each) => each.id === id);
  if (snippet === undefined) throw new Error(`There is no snippet ${id}.`);
  return snippet.text;
};

/** The words that a real shell makes of a command line. */
const split = (command: string): string[] =>
  execFileSync('sh', ['-c', `for word in ${command.replaceAll('\\\n', ' ')}; do printf '%s\\0' "$word"; done`])
    .toString()
    .split('\0')
    .slice(0, -1);

describe('snippets for clients', () => {
  it('that are JSON parse, whatever the key, the address and the name', () => {
    for (const { language, text } of createSnippets(hostile)) {
      if (language === 'json') expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
  });

  it('that are commands reach the program word by word', () => {
    expect(split(find('claude-code', hostile))).toEqual([
      ...['claude', 'mcp', 'add', '--transport', 'http', 'service-desk-agents-others', hostile.url],
      ...['--header', `X-Halo-Api-Key: ${hostile.key}`],
    ]);
    expect(split(find('inspector-cli', hostile))).toContain(`X-Halo-Api-Key: ${hostile.key}`);
    const curl = split(find('responses-curl', hostile));
    expect(JSON.parse(curl.at(-1) ?? '')).toEqual(createSampleRequest(hostile));
  });

  it('carry the sample of the guide', () => {
    expect(JSON.parse(find('responses-json', hostile))).toMatchObject({
      input: samplePrompt,
      tools: [{ type: 'mcp', server_url: hostile.url, headers: { Authorization: `Bearer ${hostile.key}` } }],
    });
  });

  it('for VS Code hold no key', () => {
    expect(find('vs-code', { ...hostile, key: 'halo_secret' })).not.toContain('halo_secret');
  });

  it('for the SDK and the Inspector work as they are', async () => {
    const served = await serveDesk(smallDesk());
    const file = join(import.meta.dirname, `snippet-${process.pid}.tmp.ts`);
    try {
      const target = { url: served.endpoint, key: served.createKey(), name: 'Default endpoint' };
      writeFileSync(file, find('typescript', target));
      const run = promisify(execFile);
      expect((await run(process.execPath, [file])).stdout).toContain('get_one_ticket');
      const [, , , ...args] = split(find('inspector-cli', target));
      const inspector = join(import.meta.dirname, '../../node_modules/@modelcontextprotocol/inspector');
      const listed = await run(process.execPath, [join(inspector, 'clients/launcher/build/index.js'), ...args]);
      expect(listed.stdout).toContain('get_one_ticket');
    } finally {
      rmSync(file, { force: true });
      await served.close();
    }
  }, 60_000);
});
