import fc from 'fast-check';
import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import { actionRow, articleRow, monday9, status, ticketRow, user } from './small-desk.ts';
import { workflowDesk } from './workflow-desk.ts';

export const sharedWord = 'printer';

const owners = [user.uma, user.ulf, user.sita, user.cleo, user.eve] as const;
type Owner = (typeof owners)[number];

/** Where each lives: site and client. */
const homes: Readonly<Record<Owner, readonly [site: number, client: number]>> = {
  [user.uma]: [1, 1],
  [user.ulf]: [1, 1],
  [user.sita]: [1, 1],
  [user.cleo]: [2, 1],
  [user.eve]: [3, 2],
};

/** Whose tickets each may see besides the own: SPEC 3, "their site's or client's tickets if so flagged". */
export const viewers = {
  'uma@north.example': [user.uma],
  'sita@north.example': [user.sita, user.uma, user.ulf],
  'cleo@north.example': [user.cleo, user.sita, user.uma, user.ulf],
  'eve@south.example': [user.eve],
} as const;

export type ViewerEmail = keyof typeof viewers;

interface TicketPlan {
  readonly owner: Owner;
  readonly closed: boolean;
  readonly hasParent: boolean;
  readonly linksArticles: boolean;
  readonly actions: readonly { readonly private: boolean; readonly kind: 'note' | 'reply' | 'time' | 'status' }[];
}

export interface DeskPlan {
  readonly viewer: ViewerEmail;
  readonly tickets: readonly TicketPlan[];
}

export const deskPlans: fc.Arbitrary<DeskPlan> = fc.record({
  viewer: fc.constantFrom(...(Object.keys(viewers) as ViewerEmail[])),
  tickets: fc.array(
    fc.record({
      owner: fc.constantFrom(...owners),
      closed: fc.boolean(),
      hasParent: fc.boolean(),
      linksArticles: fc.boolean(),
      actions: fc.array(
        fc.record({ private: fc.boolean(), kind: fc.constantFrom('note', 'reply', 'time', 'status') }),
        { maxLength: 3 },
      ),
    }),
    { minLength: 2, maxLength: 8 },
  ),
});

export function isSeen({ viewer }: DeskPlan, { owner }: TicketPlan): boolean {
  return (viewers[viewer] as readonly number[]).includes(owner);
}

/** Where the secret stands: in all that the viewer must not learn of, or in the private entries of tickets alone. */
export type Hiding = 'everywhere' | 'private entries';

/** The planned desk, with `secret` in what is hidden from the plan's viewer, and nowhere else. */
export function buildSecretDesk(plan: DeskPlan, secretEntry: string, hiding: Hiding): DeskRows {
  const secret = hiding === 'everywhere' ? secretEntry : 'hidden';
  const tickets = plan.tickets.map((ticket, index) => ({
    ...ticket,
    id: index + 1,
    word: isSeen(plan, ticket) ? 'own' : secret,
  }));
  const actions = tickets.flatMap((ticket) =>
    ticket.actions.map((action, index) => ({ ticket, action, number: index + 1 })),
  );
  const links = tickets
    .filter(({ linksArticles }) => linksArticles)
    .flatMap(({ id }) => [1, 2, 3].map((article) => ({ id, article })));
  const service = { category_id: 1, summary: '', details: '', shown_to_agents: 1, inactive: 0 } as const;
  const asks = { request_type_id: null, request_template_id: null, incident_type_id: null, cost_minor: null } as const;
  const free = { currency: null, delivery_days: null } as const;
  const rows = workflowDesk();
  return {
    ...rows,
    desk_outcome: rows.desk_outcome.map((row) =>
      row.for_users === 1 ? row : { ...row, name: `${secret} ${row.id}`, label: secret, note: secret },
    ),
    desk_article: [
      articleRow(1, { title: `${sharedWord} manual` }),
      articleRow(2, { title: `${sharedWord} ${secret}`, resolution: secret, tags: secret, audience: 'agents' }),
      articleRow(3, { title: `${sharedWord} ${secret}`, description: `${sharedWord} ${secret}`, inactive: 1 }),
    ],
    desk_service: [
      { id: 1, name: `${sharedWord} rental`, shown_to_users: 1, ...service, ...asks, ...free },
      { id: 2, name: `${sharedWord} ${secret}`, shown_to_users: 0, ...service, ...asks, ...free },
    ],
    desk_ticket: tickets.map(({ id, owner, closed, hasParent, word }) =>
      ticketRow(id, {
        summary: `${sharedWord} ${word}`,
        details: `${sharedWord} ${word}`,
        user_id: owner,
        site_id: homes[owner]?.[0] ?? 1,
        parent_id: hasParent && id > 1 ? id - 1 : null,
        closure_note: word === secret ? secret : '',
        ...(closed ? { status_id: status.closed, closed_at: monday9 } : {}),
      }),
    ),
    desk_action: actions.map(({ ticket, action, number }, index) => {
      const word = action.private ? secretEntry : ticket.word;
      const shown = { note: `${sharedWord} ${word}`, outcome: `Entry ${word}`, actor: `Agent ${word}` };
      return actionRow(index + 1, ticket.id, number, { kind: action.kind, private: action.private ? 1 : 0, ...shown });
    }),
    desk_ticket_article: links.map(({ id, article }, index) => ({ id: index + 1, ticket_id: id, article_id: article })),
  };
}
