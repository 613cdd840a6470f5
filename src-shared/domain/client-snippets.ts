/** What a snippet is made for. */
export interface SnippetTarget {
  /** The endpoint's address, such as `http://127.0.0.1:4256/api/mcp`. */
  readonly url: string;
  /** A key, or `keyPlaceholder`. */
  readonly key: string;
  /** The name of the endpoint or collection, which becomes the name of the server in the client. */
  readonly name: string;
}

export interface Snippet {
  readonly id: string;
  /** The client it is for. */
  readonly title: string;
  readonly language: 'json' | 'shell' | 'typescript';
  /** Where it goes: a file, or what to do with it. */
  readonly where: string;
  readonly text: string;
}

/** Stands where a key belongs, as long as there is none to show. */
export const keyPlaceholder = '<your-key>';

/** The vendor's own sample prompt. */
export const samplePrompt = 'Log an Incident to test the Halo Remote MCP Server and assign it to me.';

/** The sample request for OpenAI's Responses API, as the vendor's guide gives it. */
export function createSampleRequest({ url, key, name }: SnippetTarget) {
  return {
    model: 'gpt-4.1',
    input: samplePrompt,
    tools: [
      {
        type: 'mcp',
        server_label: serverLabel(name),
        server_url: url,
        require_approval: 'never',
        headers: { Authorization: `Bearer ${key}` },
      },
    ],
  };
}

/** Ready-to-paste set-ups, one for each client; the sample request last. */
export function createSnippets(target: SnippetTarget): readonly Snippet[] {
  return [
    claudeDesktop(target),
    claudeCode(target),
    visualStudioCode(target),
    cursor(target),
    inspectorCommand(target),
    inspectorPage(target),
    typescriptClient(target),
    {
      id: 'responses-json',
      title: 'OpenAI Responses request',
      language: 'json',
      where: 'The body of POST /v1/responses.',
      text: toJson(createSampleRequest(target)),
    },
    responsesCurl(target),
  ];
}

const keyHeader = 'X-Halo-Api-Key';

/** Claude Desktop starts programs and takes no headers, so a bridge of its own process sends them. */
function claudeDesktop({ url, key, name }: SnippetTarget): Snippet {
  const plain = url.startsWith('http:') ? ['--allow-http'] : [];
  // Without a space after the colon and with the key apart: on Windows arguments with spaces arrive broken.
  const args = ['-y', 'mcp-remote', url, '--transport', 'http-only', ...plain, '--header', `${keyHeader}:\${HALO_KEY}`];
  return {
    id: 'claude-desktop',
    title: 'Claude Desktop',
    language: 'json',
    where: 'claude_desktop_config.json (Settings, Developer, Edit config). It needs Node.js for the bridge mcp-remote.',
    text: toJson({ mcpServers: { [serverName(name)]: { command: 'npx', args, env: { HALO_KEY: key } } } }),
  };
}

function claudeCode({ url, key, name }: SnippetTarget): Snippet {
  const words = ['claude', 'mcp', 'add', '--transport', 'http', serverName(name), url];
  return {
    id: 'claude-code',
    title: 'Claude Code',
    language: 'shell',
    where: 'Run it in a terminal.',
    text: toCommand([...words, '--header', `${keyHeader}: ${key}`]),
  };
}

function visualStudioCode({ url, name }: SnippetTarget): Snippet {
  const input = `${serverName(name)}-key`;
  return {
    id: 'vs-code',
    title: 'VS Code',
    language: 'json',
    where: '.vscode/mcp.json. VS Code asks for the key when it first starts the server, and keeps it out of the file.',
    text: toJson({
      inputs: [{ type: 'promptString', id: input, description: `Key of ${name}`, password: true }],
      servers: { [serverName(name)]: { type: 'http', url, headers: { [keyHeader]: `\${input:${input}}` } } },
    }),
  };
}

function cursor({ url, key, name }: SnippetTarget): Snippet {
  return {
    id: 'cursor',
    title: 'Cursor',
    language: 'json',
    where: '.cursor/mcp.json in the project, or ~/.cursor/mcp.json for all of them.',
    text: toJson({ mcpServers: { [serverName(name)]: { url, headers: { [keyHeader]: key } } } }),
  };
}

function inspectorCommand({ url, key }: SnippetTarget): Snippet {
  const words = ['npx', '-y', '@modelcontextprotocol/inspector', '--cli', url, '--transport', 'http'];
  return {
    id: 'inspector-cli',
    title: 'Inspector, terminal',
    language: 'shell',
    where: 'Run it in a terminal: it lists the tools.',
    text: toCommand([...words, '--header', `${keyHeader}: ${key}`, '--method', 'tools/list']),
  };
}

function inspectorPage({ url, key }: SnippetTarget): Snippet {
  const words = ['npx', '-y', '@modelcontextprotocol/inspector', '--web', '--transport', 'http', '--server-url', url];
  return {
    id: 'inspector-page',
    title: 'Inspector, browser',
    language: 'shell',
    where: 'Run it in a terminal: it opens a page.',
    text: toCommand([...words, '--header', `${keyHeader}: ${key}`]),
  };
}

function typescriptClient({ url, key }: SnippetTarget): Snippet {
  return {
    id: 'typescript',
    title: 'TypeScript SDK',
    language: 'typescript',
    where: 'npm install @modelcontextprotocol/client',
    text: [
      "import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';",
      '',
      `const transport = new StreamableHTTPClientTransport(new URL(${toLiteral(url)}), {`,
      `  requestInit: { headers: { '${keyHeader}': ${toLiteral(key)} } },`,
      '});',
      "const client = new Client({ name: 'my-client', version: '1.0.0' });",
      'await client.connect(transport);',
      'const { tools } = await client.listTools();',
      'console.log(tools.map((tool) => tool.name));',
      "const result = await client.callTool({ name: 'get_user_info', arguments: {} });",
      'console.log(result.structuredContent);',
      'await client.close();',
    ].join('\n'),
  };
}

function responsesCurl(target: SnippetTarget): Snippet {
  const body = JSON.stringify(createSampleRequest(target), undefined, 2);
  return {
    id: 'responses-curl',
    title: 'OpenAI Responses request, curl',
    language: 'shell',
    where:
      'Run it in a terminal with OPENAI_API_KEY set. OpenAI has to reach the address: one on this machine needs a tunnel.',
    text: [
      'curl https://api.openai.com/v1/responses \\',
      "  -H 'Content-Type: application/json' \\",
      '  -H "Authorization: Bearer $OPENAI_API_KEY" \\',
      `  -d ${quote(body)}`,
    ].join('\n'),
  };
}

/** A name that every client takes: letters, digits and dashes. */
function serverName(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug === '' || slug === 'default-endpoint' ? 'halo' : slug;
}

/** The name of a server in a request of the Responses API, which begins with a letter. */
export function serverLabel(name: string): string {
  const label = serverName(name);
  return /^[a-z]/.test(label) ? label : `halo-${label}`;
}

function toJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

function toCommand(words: readonly string[]): string {
  return words.map(quote).join(' ');
}

/** As one word of a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** As a string of TypeScript. */
function toLiteral(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"')
    .replaceAll("'", String.raw`\'`);
  return `'${inner}'`;
}
