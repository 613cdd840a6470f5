import { LLMock } from '@copilotkit/aimock';

export const modelServerKey = 'sk-test-4f9b1c7d2e8a6350-plaintext-Zq7w';

/** An independent server of the Responses API with faults to order, which wants its key. */
export async function startModelServer(): Promise<LLMock> {
  const server = new LLMock({ port: 0, auth: { apiKeys: [modelServerKey] } });
  server.onMessage(/one word/, { content: 'Ready.' });
  server.onMessage(/weather/, { content: 'The weather in Lisbon is fine, and stays so for the whole week.' });
  await server.start();
  return server;
}
