import type { ImportKind } from '../../../src-shared/domain/import-plan.ts';
import { actionKind } from './action.ts';
import { articleKind } from './article.ts';
import type { KindSpec } from './field-spec.ts';
import { assetKind, serviceKind } from './inventory.ts';
import { agentKind, clientKind, userKind } from './people.ts';
import { ticketKind } from './ticket.ts';

/** What can be imported: one line per kind. */
export const kinds: Readonly<Record<ImportKind, KindSpec>> = {
  client: clientKind,
  agent: agentKind,
  user: userKind,
  service: serviceKind,
  asset: assetKind,
  article: articleKind,
  ticket: ticketKind,
  action: actionKind,
};
