import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedCore, serveCore } from '../support/serve-core.ts';
import { type CredentialProxy, startCredentialProxy } from './credential-proxy.ts';
import { createFixtureTools, dynamicTool } from './fixture-tools.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const runner = join(dirname(require.resolve('@modelcontextprotocol/conformance/package.json')), 'dist/index.js');

const everyRevision = [
  'tools-list',
  'tools-call-simple-text',
  'tools-call-image',
  'tools-call-audio',
  'tools-call-embedded-resource',
  'tools-call-mixed-content',
  'tools-call-error',
  'tools-call-with-progress',
  'json-schema-2020-12',
  'server-sse-multiple-streams',
  'dns-rebinding-protection',
] as const;

const scenarios = {
  '2025-11-25': ['server-initialize', 'server-session-lifecycle', 'ping', ...everyRevision],
  '2026-07-28': ['server-stateless', 'caching', 'http-header-validation', ...everyRevision],
} as const;

/** Checks of what the endpoint does not offer: prompts, resources, and clients that answer questions or keep logs. */
const notOffered: ReadonlySet<string> = new Set([
  'sep-2549-prompts-list-caching-hints',
  'sep-2549-resources-list-caching-hints',
  'sep-2549-resources-templates-list-caching-hints',
  'sep-2549-resources-read-caching-hints',
  'sep-2575-server-sends-prompts-list-changed-on-subscription',
  'sep-2575-server-rejects-undeclared-capability',
  'sep-2575-missing-capability-http-400',
  'sep-2575-http-server-no-independent-requests-on-stream',
]);

interface Check {
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

let served: ServedCore;
let proxy: CredentialProxy;

beforeAll(async () => {
  const tools = createFixtureTools(changeTools);
  served = await serveCore({ tools });
  const others = tools.map((tool) => tool.name).filter((name) => name !== dynamicTool);
  let offered = true;
  function changeTools(): void {
    offered = !offered;
    served.configure({ includeAllSystemTools: false, tools: offered ? [...others, dynamicTool] : others });
  }
  proxy = await startCredentialProxy(new URL(served.endpoint), served.createKey());
});

afterAll(async () => {
  await proxy.close();
  await served.close();
});

async function check(revision: string, scenario: string): Promise<Check[]> {
  const output = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const options = ['--url', proxy.url, '--scenario', scenario, '--spec-version', revision, '-o', output];
    // The runner exits with 1 when a check failed; which one is read from its report.
    await run(process.execPath, [runner, 'server', ...options]).catch(() => undefined);
    const report = readdirSync(output, { recursive: true, encoding: 'utf8' }).find((file) =>
      file.endsWith('checks.json'),
    );
    if (report === undefined) throw new Error(`The conformance runner left no report of ${scenario}.`);
    return JSON.parse(readFileSync(join(output, report), 'utf8')) as Check[];
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

describe.each(Object.entries(scenarios))('revision %s', (revision, names) => {
  test.concurrent.each(names)(
    'conforms to %s',
    async (scenario) => {
      const checks = (await check(revision, scenario)).filter(({ id }) => !notOffered.has(id));
      const failed = checks.filter(({ status }) => status === 'FAILURE' || status === 'WARNING');
      expect(failed.map(({ id, errorMessage }) => `${id}: ${errorMessage ?? ''}`)).toEqual([]);
      expect(checks.filter(({ status }) => status === 'SUCCESS').length).toBeGreaterThan(0);
    },
    60_000,
  );
});
