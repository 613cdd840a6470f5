import { useMemo } from 'react';
import type { ImportField, ImportInspection } from '../../../src-shared/api/imports.ts';
import type { FormatChanges, ImportKind, ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { useDraft } from '../../components/form/use-draft.ts';

export interface PlanForm {
  readonly plan: ImportPlan;
  readonly changed: boolean;
  set(change: Partial<Pick<ImportPlan, 'columns' | 'source' | 'only'>>): void;
  discard(): void;
}

/** What somebody changed of a guess is kept apart for each file and each way to read it. */
export function planDraftKey(file: string, kind: ImportKind, format: FormatChanges | undefined): string {
  return `import/${file}/${kind}/${JSON.stringify(format ?? {})}`;
}

/** The guessed plan of a file with what somebody changed of it. */
export function useImportPlan(file: string, { plan: guessed }: ImportInspection): PlanForm {
  const draft = useDraft<ImportPlan>(planDraftKey(file, guessed.kind, guessed.format), guessed);
  return useMemo(
    () => ({ plan: draft.values, changed: draft.changed.length > 0, set: draft.set, discard: draft.discard }),
    [draft],
  );
}

/** The plan as the core takes it: conditions and names that were begun and not finished are left out. */
export function toSentPlan({ only = [], source, ...plan }: ImportPlan): ImportPlan {
  const finished = only.filter(({ values }) => values.length > 0);
  return { ...plan, source: source.trim(), ...(finished.length > 0 && { only: finished }) };
}

/** What is lacking before anything can be imported, as the names of fields. */
export function findLacking({ columns, source }: ImportPlan, fields: readonly ImportField[]): readonly string[] {
  return [
    ...(source.trim() === '' ? [sourceLabel] : []),
    ...fields.filter(({ name, required }) => required && columns[name] === undefined).map(({ label }) => label),
  ];
}

export const sourceLabel = 'Source of the ids';
