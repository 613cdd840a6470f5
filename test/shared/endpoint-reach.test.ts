import { describe, expect, it } from 'vitest';
import type { ConversationSetup } from '../../src-shared/domain/conversations.ts';
import { explainReach, isOnThisMachine } from '../../src-shared/domain/endpoint-reach.ts';

const offline = { name: 'Offline model', isOffline: true, baseUrl: 'http://127.0.0.1:4256/v1' };
const here = { name: 'Local server', isOffline: false, baseUrl: 'http://localhost:1234/v1' };
const openAi = { name: 'OpenAI', isOffline: false, baseUrl: 'https://api.openai.com/v1' };
const elsewhere = { name: 'Azure', isOffline: false, baseUrl: 'https://desk.openai.azure.com/openai/v1' };

const own: ConversationSetup['reach'] = { by: 'own-address' };
const at = (url: string): ConversationSetup['reach'] => ({ by: 'address', url });
const tunnel: ConversationSetup['reach'] = { by: 'tunnel', tunnelId: 'tunnel_0123456789abcdef0123456789abcdef' };
const hosted = (reach: ConversationSetup['reach'], from: typeof offline) =>
  explainReach({ toolLoop: 'hosted', reach }, from);

const containing = (text: string): unknown => expect.stringContaining(text);

describe('the explanation of who reaches an endpoint', () => {
  it('lets the workbench carry out calls with any connection', () => {
    for (const from of [offline, here, openAi]) {
      expect(explainReach({ toolLoop: 'workbench', reach: own }, from).works).toBe(true);
    }
  });

  it('has the own address used from this machine alone', () => {
    for (const reach of [own, tunnel]) {
      expect(hosted(reach, offline)).toMatchObject({ works: true, sentence: containing('offline model') });
    }
    expect(hosted(own, here)).toMatchObject({ works: true, sentence: containing('“Local server”') });
    for (const from of [openAi, elsewhere]) {
      expect(hosted(own, from)).toMatchObject({ works: false, sentence: containing('is elsewhere') });
    }
  });

  it('takes a public address that is one, and says what is wrong with another', () => {
    expect(hosted(at('https://desk.example.com:8443/api/mcp'), openAi)).toMatchObject({
      works: true,
      sentence: containing('desk.example.com:8443'),
    });
    for (const [url, why] of [
      ['http://desk.example.com/api/mcp', 'begins with https://'],
      ['https://127.0.0.1/api/mcp', 'address of this machine'],
      ['https://me:secret@desk.example.com/api/mcp', 'user name and the password'],
      ['ftp://desk.example.com', 'whole public address'],
    ] as const) {
      expect(hosted(at(url), openAi)).toMatchObject({ works: false, sentence: containing(why) });
    }
  });

  it('knows whose the tunnels are', () => {
    expect(hosted(tunnel, openAi)).toMatchObject({ works: true, sentence: containing('tunnel-client') });
    expect(hosted(tunnel, elsewhere).sentence).toContain('only if it hands requests on to OpenAI');
  });

  it('takes for this machine what a connection would, and nothing that only looks like it', () => {
    for (const url of ['http://localhost/v1', 'http://127.8.0.1:99', 'http://[::1]:1234/v1', 'HTTP://LOCALHOST:1/v1']) {
      expect([url, isOnThisMachine(url)]).toEqual([url, true]);
    }
    for (const url of [
      ...['http://localhost.example.com/v1', 'http://evil.example\\@localhost/v1', 'http://localhost@evil.example/'],
      ...['http://127.0.0.1.evil.example/', 'http://evil.example/?@localhost', 'http://evil.example#@localhost', 'x'],
    ]) {
      expect([url, isOnThisMachine(url)]).toEqual([url, false]);
      if (URL.canParse(url)) expect(new URL(url).hostname).not.toMatch(/^(localhost|127\.0\.0\.1)$/);
    }
  });
});
