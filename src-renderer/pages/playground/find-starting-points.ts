import { samplePrompt } from '../../../src-shared/domain/client-snippets.ts';

interface StartingPoint {
  readonly prompt: string;
  /** It needs all of them. */
  readonly tools: readonly string[];
}

const known: readonly StartingPoint[] = [
  { prompt: samplePrompt, tools: ['create_ticket', 'assign_to_me'] },
  { prompt: 'Which of the tickets assigned to me are open?', tools: ['get_assigned_tickets'] },
  { prompt: 'Which of my tickets are open?', tools: ['get_my_tickets'] },
  { prompt: 'Find open tickets about the printer.', tools: ['search_tickets'] },
  { prompt: 'What does the knowledge base say about resetting a password?', tools: ['get_knowledge'] },
  { prompt: 'Search the service catalogue for a new laptop.', tools: ['log_service_request'] },
  { prompt: 'Log half an hour for a call with a supplier.', tools: ['log_time'] },
  { prompt: 'Who am I?', tools: ['get_user_info'] },
];
const most = 5;

/** Requests that these tools can fulfil; tools that were made here come first. */
export function findStartingPoints(tools: readonly { readonly name: string; readonly title: string }[]): string[] {
  const names = new Set(tools.map(({ name }) => name));
  const own = tools.filter(({ name }) => name.startsWith('CF_')).map(({ title }) => `${title}.`);
  const fitting = known.filter((point) => point.tools.every((name) => names.has(name))).map(({ prompt }) => prompt);
  return [...fitting.slice(0, 1), ...own.slice(0, 2), ...fitting.slice(1)].slice(0, most);
}
