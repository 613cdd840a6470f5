import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { WorkflowRecord } from '../../../src-shared/api/workflows.ts';
import { checkWorkflow } from '../../../src-shared/domain/check-workflow.ts';
import type { WorkflowDefinition, WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { api, client } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useDraft } from '../../components/form/use-draft.ts';
import { useSaving } from '../../components/form/use-saving.ts';

interface History {
  readonly past: readonly WorkflowDefinition[];
  readonly future: readonly WorkflowDefinition[];
  /** What the last change was, so that letters typed into one field are one change. */
  readonly last: string | undefined;
}

const noHistory: History = { past: [], future: [], last: undefined };
const mostKept = 200;

/** A workflow with the draft of what was done to it, which the form and the diagram share. */
export function useWorkflow(workflow: WorkflowRecord) {
  const { id, revision, definition: saved } = workflow;
  const { data: choices } = useQuery(api.outcomes.choices.queryOptions());
  const draft = useDraft<WorkflowDefinition>(`workflow/${id}`, saved, revision);
  const definition = draft.values;
  const [history, setHistory] = useState(noHistory);

  const outcomes = useMemo(
    () =>
      new Map(
        choices?.outcomes.map(({ status, ...outcome }) => [
          outcome.id,
          { ...outcome, statusKind: status?.kind, statusName: status?.name },
        ]),
      ),
    [choices],
  );
  const issues = useMemo(
    () => (choices === undefined ? [] : checkWorkflow(definition, outcomes)),
    [choices, definition, outcomes],
  );
  const valid = choices !== undefined && !issues.some(({ severity }) => severity === 'error');

  const change = (next: WorkflowDefinition, what?: string): void => {
    const goesOn = what !== undefined && what === history.last;
    setHistory({
      past: goesOn ? history.past : [...history.past, definition].slice(-mostKept),
      future: [],
      last: what,
    });
    draft.set(next);
  };
  const undo = (): void => {
    const before = history.past.at(-1);
    if (before === undefined) return;
    setHistory({ past: history.past.slice(0, -1), future: [definition, ...history.future], last: undefined });
    draft.set(before);
  };
  const redo = (): void => {
    const [after, ...future] = history.future;
    if (after === undefined) return;
    setHistory({ past: [...history.past, definition], future, last: undefined });
    draft.set(after);
  };
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
    ['mod+Y', redo],
  ]);

  const saving = useSaving(
    draft,
    async (_, since) => {
      const after = await client.workflows.save({ id, revision: since, definition: toInput(definition) });
      // The draft goes next: the saved definition must be here by then, or the page would jump back until the event comes.
      queryClient.setQueryData(api.workflows.get.queryOptions({ input: { id } }).queryKey, after);
      setHistory(noHistory);
    },
    { revision, valid },
  );

  return {
    definition,
    outcomes,
    issues,
    valid,
    draft: { ...draft, discard: () => (draft.discard(), setHistory(noHistory)) },
    saving,
    change,
    undo: history.past.length > 0 ? undo : undefined,
    redo: history.future.length > 0 ? redo : undefined,
    openOnSteps: workflow.openOnSteps,
    saved,
  };
}

export type EditedWorkflow = ReturnType<typeof useWorkflow>;

function toInput({ name, steps }: WorkflowDefinition): WorkflowRecord['definition'] {
  return { name, steps: steps.map((step: WorkflowStep) => ({ ...step, offers: [...step.offers] })) };
}
