import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface TablePreferences {
  /** Columns that are not shown; absent until somebody has chosen. */
  readonly hidden?: readonly string[] | undefined;
  readonly widths: Readonly<Record<string, number>>;
}

interface Preferences {
  readonly navigationCollapsed: boolean;
  /** Whether the first steps are spread out; undefined until somebody said so. */
  readonly firstStepsOpen: boolean | undefined;
  /** Whether a call was ever looked at, the last of the first steps. */
  readonly callSeen: boolean;
  readonly tables: Readonly<Record<string, TablePreferences>>;
  toggleNavigation(): void;
  openFirstSteps(open: boolean): void;
  noteCallSeen(): void;
  setTable(name: string, change: Partial<TablePreferences>): void;
}

const untouched: TablePreferences = { widths: {} };

/** How somebody likes the app to look, kept on this machine and in this browser alone. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      navigationCollapsed: false,
      firstStepsOpen: undefined,
      callSeen: false,
      tables: {},
      toggleNavigation: () => set(({ navigationCollapsed }) => ({ navigationCollapsed: !navigationCollapsed })),
      openFirstSteps: (firstStepsOpen) => set({ firstStepsOpen }),
      noteCallSeen: () => set({ callSeen: true }),
      setTable: (name, change) =>
        set(({ tables }) => ({ tables: { ...tables, [name]: { ...untouched, ...tables[name], ...change } } })),
    }),
    { name: 'workbench-preferences' },
  ),
);

export function useTablePreferences(name: string): TablePreferences {
  return usePreferences((preferences) => preferences.tables[name] ?? untouched);
}
