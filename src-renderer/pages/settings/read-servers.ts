import { workbenchSettings } from '../../../src-shared/domain/workbench-settings.ts';

/** The servers that a text names, one to a line; capitals do not count. */
export function readServers(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '');
}

/** What is wrong with the first line that is none, as a sentence. */
export function findServerProblem(text: string): string | undefined {
  const servers = readServers(text);
  const { shape } = workbenchSettings;
  const wrong = servers.find((server) => !shape.allowedMcpServers.safeParse([server]).success);
  if (wrong !== undefined) return `“${wrong}” is no host and port. Write it like tools.example.org:443.`;
  return shape.allowedMcpServers.safeParse(servers).success ? undefined : 'At most 50 servers.';
}
