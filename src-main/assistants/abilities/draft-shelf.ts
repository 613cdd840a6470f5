import type { Ports } from '../../ports.ts';
import type { AbilityDraft, AbilitySubject } from '../../tools/ability-material.ts';

/** A draft that somebody looks at, before anything of it is written. */
interface KeptDraft {
  readonly draft: AbilityDraft;
  readonly subject: AbilitySubject;
  /** Of the ability; undefined for one that is not saved. */
  readonly abilityId: string | undefined;
}

export interface DraftShelf {
  keep(kept: KeptDraft): string;
  find(id: string): KeptDraft | undefined;
  drop(id: string): void;
}

const hour = 3_600_000;
const mostKept = 50;

/** The latest drafts, in memory for an hour. */
export function createDraftShelf(ports: Pick<Ports, 'now' | 'uuid'>): DraftShelf {
  const drafts = new Map<string, KeptDraft & { readonly at: number }>();
  return {
    keep(kept) {
      const id = ports.uuid();
      drafts.set(id, { ...kept, at: ports.now() });
      const [oldest] = drafts.keys();
      if (drafts.size > mostKept && oldest !== undefined) drafts.delete(oldest);
      return id;
    },
    find(id) {
      const kept = drafts.get(id);
      return kept !== undefined && kept.at > ports.now() - hour ? kept : undefined;
    },
    drop: (id) => void drafts.delete(id),
  };
}
