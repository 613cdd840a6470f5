import type { Connection } from './connection.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

interface FieldOfOutcome {
  readonly rowId: number;
  readonly id: number;
  readonly label: string;
  readonly required: 0 | 1;
  readonly sequence: number;
}

interface OfferRow {
  readonly workflowId: number;
  readonly workflowName: string;
  readonly stepId: number;
  readonly stepName: string;
  readonly toId: number | null;
  readonly toName: string | null;
}

interface ChoiceRow extends Named {
  readonly label: string;
  readonly quick: 0 | 1;
  readonly forAgents: 0 | 1;
  readonly forUsers: 0 | 1;
  readonly always: 0 | 1;
  readonly inactive: 0 | 1;
  readonly statusId: number | null;
  readonly statusName: string | null;
  readonly statusKind: 'open' | 'closed' | null;
}

/** What belongs to an outcome beside its own row, and what its form chooses from. */
export function createOutcomeRepository(connection: Connection) {
  const fields = connection.prepare<[number], FieldOfOutcome>(`
    SELECT of.id AS rowId, f.id, f.label, of.required, of.sequence FROM desk_outcome_field of
    JOIN desk_field f ON f.id = of.field_id WHERE of.outcome_id = +? ORDER BY of.sequence, of.id`);
  const offers = connection.prepare<[number], OfferRow>(`
    SELECT w.id AS workflowId, w.name AS workflowName, s.id AS stepId, s.name AS stepName, t.id AS toId, t.name AS toName
    FROM desk_step_outcome so JOIN desk_workflow_step s ON s.id = so.step_id JOIN desk_workflow w ON w.id = s.workflow_id
    LEFT JOIN desk_workflow_step t ON t.id = so.to_step_id
    WHERE so.outcome_id = +? ORDER BY w.name, s.sequence`);
  const allowing = connection
    .prepare<[number], number>(
      `SELECT al.type_id FROM desk_ticket_type_outcome al JOIN desk_ticket_type y ON y.id = al.type_id
       WHERE al.outcome_id = +? AND y.allows_all_outcomes = 0 ORDER BY y.sequence, y.id`,
    )
    .pluck();
  const used = connection.prepare<[number]>('SELECT 1 FROM desk_action WHERE outcome_id = ? LIMIT 1');
  const next = connection.prepare<[], number>('SELECT coalesce(max(sequence), 0) + 1 FROM desk_outcome').pluck();
  const choices = connection.prepare<[], ChoiceRow>(`
    SELECT o.id, o.name, o.label, o.quick, o.for_agents AS forAgents, o.for_users AS forUsers, o.always, o.inactive,
      st.id AS statusId, st.name AS statusName, st.kind AS statusKind
    FROM desk_outcome o LEFT JOIN desk_status st ON st.id = o.status_id ORDER BY o.name`);
  const types = connection.prepare<[], Named & { allowsAll: 0 | 1 }>(
    'SELECT id, name, allows_all_outcomes AS allowsAll FROM desk_ticket_type ORDER BY sequence, id',
  );
  const allFields = connection.prepare<[], Named & { label: string }>(
    'SELECT id, name, label FROM desk_field ORDER BY label',
  );
  const insertField = connection.prepare(`
    INSERT INTO desk_outcome_field (outcome_id, field_id, required, sequence)
    VALUES (:outcomeId, :fieldId, :required, :sequence)`);
  const updateField = connection.prepare(
    'UPDATE desk_outcome_field SET required = :required, sequence = :sequence WHERE id = +:rowId',
  );
  const removeField = connection.prepare<[number]>('DELETE FROM desk_outcome_field WHERE id = +?');
  const removal = [
    'desk_outcome_field WHERE outcome_id',
    'desk_ticket_type_outcome WHERE outcome_id',
    'desk_outcome WHERE id',
  ].map((rows) => connection.prepare<[number]>(`DELETE FROM ${rows} = +?`));

  return {
    /** In their order. */
    listFields: (outcomeId: number): FieldOfOutcome[] => fields.all(outcomeId),
    listOffers: (outcomeId: number): OfferRow[] => offers.all(outcomeId),
    /** Of the types that choose their outcomes, those that allow it. */
    listTypeIds: (outcomeId: number): number[] => allowing.all(outcomeId),
    /** Whether the history of a ticket names it. */
    isUsed: (outcomeId: number): boolean => used.get(outcomeId) !== undefined,
    nextSequence: (): number => next.get() ?? 1,
    listChoices: (): ChoiceRow[] => choices.all(),
    listTypes: () => types.all(),
    listAllFields: () => allFields.all(),
    insertField: (field: { outcomeId: number; fieldId: number; required: 0 | 1; sequence: number }): void =>
      void insertField.run(field),
    updateField: (field: { rowId: number; required: 0 | 1; sequence: number }): void => void updateField.run(field),
    removeField: (rowId: number): void => void removeField.run(rowId),
    /** With what belongs to it. */
    remove(id: number): void {
      for (const statement of removal) statement.run(id);
    },
  };
}
