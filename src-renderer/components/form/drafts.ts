import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

export interface Draft {
  /** What the record's revision was when the first change was typed. */
  readonly revision: number;
  /** The changed fields alone. */
  readonly changes: Readonly<Record<string, unknown>>;
}

interface Drafts {
  readonly drafts: Readonly<Record<string, Draft>>;
  put(key: string, draft: Draft): void;
  discard(key: string): void;
}

/** What was typed and not saved, by form. It outlives leaving the page, reloading it and losing the core. */
export const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      drafts: {},
      put: (key, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } })),
      discard: (key) =>
        set(({ drafts }) => ({
          drafts: Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key)),
        })),
    }),
    { name: 'workbench-drafts', storage: createJSONStorage(() => sessionStorage) },
  ),
);
