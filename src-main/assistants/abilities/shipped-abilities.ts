import { type Ability, ability } from '../../../src-shared/domain/abilities.ts';

const head = `Ticket {{ticket.id}}, {{ticket.type}}, {{ticket.status}}, priority {{ticket.priority}}, opened {{ticket.opened}}.
User: {{ticket.user}}
Summary: {{ticket.summary}}
Details:
{{ticket.details}}
Conversation:
{{ticket.conversation}}`;

const shipped: Readonly<Record<string, Parameters<typeof ability.parse>[0]>> = {
  'summarise-ticket': {
    name: 'Summarise ticket',
    about: 'Says in a few lines what a ticket is about, what was done and what is open.',
    input: 'ticket',
    privateNotes: true,
    withoutModel: 'summary',
    prompt: `Summarise this ticket for an agent who takes it over, in at most eight short lines: who asks for what, what was found and done so far, what is open and who has to do it next. Say nothing that the ticket does not say.

${head}`,
    target: { to: 'text' },
  },
  'draft-reply': {
    name: 'Draft a reply',
    about: 'Drafts what to write to the user of a ticket next. Nothing is sent.',
    input: 'ticket',
    withoutModel: 'reply',
    parameters: [
      { name: 'language', description: 'The language of the reply.', fallback: 'the language of the user' },
      { name: 'tone', description: 'How it should sound.', fallback: 'friendly and brief' },
    ],
    prompt: `Draft the next reply to the user of this ticket, in {{language}}, {{tone}}. Greet the user by name, say what was done or what happens next, and ask for what is still missing. Promise nothing that the ticket does not say. Answer with the text of the reply alone.

${head}

How similar tickets ended:
{{ticket.similar}}`,
    target: { to: 'text' },
  },
  'categorise-ticket': {
    name: 'Categorise ticket',
    about: 'Gives a ticket the category that fits it best.',
    input: 'ticket',
    withoutModel: 'similar',
    prompt: `Choose the category that fits this ticket best, one of: {{choices}}

Summary: {{ticket.summary}}
Details:
{{ticket.details}}

Similar tickets:
{{ticket.similar}}`,
    target: { to: 'field', field: 'category' },
    mostTokens: 200,
  },
  'write-article': {
    name: 'Write article from ticket',
    about: 'Writes a knowledge article from how a ticket was resolved. It stays inactive until somebody has read it.',
    input: 'ticket',
    withoutModel: 'article',
    prompt: `Write a knowledge base article for others who have the same problem. The title names the problem, the description says how to recognise it, the resolution gives the steps that solved it. Leave out names of people, clients and devices, and anything that is true of this one case alone.

${head}

It was closed with: {{ticket.resolution}}`,
    target: { to: 'article', audience: 'agents', inactive: true },
    mostTokens: 3000,
  },
  translate: {
    name: 'Translate text',
    about: 'Translates a text. It needs a model: no rule can do that.',
    input: 'text',
    parameters: [{ name: 'language', description: 'Into which language.', fallback: 'English' }],
    prompt: `Translate this text into {{language}}. Keep names, numbers, product names and the layout as they are. Answer with the translation alone.

{{text}}`,
    target: { to: 'text' },
    mostTokens: 4000,
  },
  'next-best-action': {
    name: 'Next best action',
    about: 'Says which action to use on a ticket next, of those that can be used on its step, and why.',
    input: 'ticket',
    privateNotes: true,
    withoutModel: 'next-step',
    prompt: `Which of the actions below should the agent use on this ticket next? Name one, say in at most three sentences why, and what is to be checked before. Name no action that is not listed.

Actions that can be used now:
{{ticket.actions}}

${head}

How similar tickets ended:
{{ticket.similar}}`,
    target: { to: 'text' },
  },
};

/** What every desk has. Editing one saves a version of its own over it. */
export const shippedAbilities: readonly { readonly id: string; readonly ability: Ability }[] = Object.entries(
  shipped,
).map(([id, definition]) => ({ id, ability: ability.parse(definition) }));
