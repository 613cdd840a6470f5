import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import { createVirtualAgentRepository } from '../../db/repositories/virtual-agent-repository.ts';
import type { Desk } from '../../domain/desk.ts';
import { type Principal, principalLabel } from '../../domain/principal.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Ports } from '../../ports.ts';
import type { PlannedWrite, WrittenAnswer } from '../../tools/ability-material.ts';
import type { DraftShelf } from './draft-shelf.ts';
import { writeAnswer } from './write-answer.ts';

interface Needs {
  readonly database: Pick<WorkbenchDatabase, 'connection' | 'inChangeSet'>;
  readonly desk: Desk;
  readonly drafts: DraftShelf;
  readonly ports: Pick<Ports, 'now'>;
}

interface Applying {
  readonly draftId: string;
  /** Instead of what the ability writes: its text, as somebody edited it, as a note on its ticket. */
  readonly note?: { readonly text: string; readonly public: boolean } | undefined;
  readonly principal: Principal;
  readonly viewer: Viewer;
}

/** Writes a draft that somebody has looked at. What it creates is marked as made by the ability. */
export type ApplyDraft = (applying: Applying) => { readonly written: WrittenAnswer; readonly write: PlannedWrite };

export function createApplyDraft({ database, desk, drafts, ports }: Needs): ApplyDraft {
  const virtualAgents = createVirtualAgentRepository(database.connection);

  return ({ draftId, note, principal, viewer }) => {
    const kept = drafts.find(draftId);
    if (kept === undefined) {
      throw new AppError(
        'not_found',
        'This draft is no longer there: drafts are kept for an hour. Run the ability again.',
      );
    }
    const { draft, subject, abilityId } = kept;
    const write = note === undefined ? draft.write : planNote(subject, note);
    if (write === undefined) throw new AppError('conflict', 'This ability writes nothing: its answer is all there is.');
    const endpointId = `ability:${abilityId ?? 'new'}`;
    const label = `AI ability: ${draft.run.ability}`;
    const written = database.inChangeSet({ kind: 'edit', actor: principalLabel(principal), label, endpointId }, () => {
      virtualAgents.put({ id: endpointId, name: label, use: 'ai_ability' });
      return writeAnswer({ desk, principal, viewer, at: ports.now(), draft: { ...draft, write } });
    });
    drafts.drop(draftId);
    return { written, write };
  };
}

function planNote(
  subject: { readonly kind: string; readonly id?: number },
  { text, public: isPublic }: { readonly text: string; readonly public: boolean },
): PlannedWrite | undefined {
  if (subject.kind !== 'ticket' || subject.id === undefined) return undefined;
  return { to: 'note', ticketId: subject.id, note: text, public: isPublic };
}
