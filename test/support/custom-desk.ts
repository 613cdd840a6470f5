import type { DeskRows } from '../../src-main/domain/demo/desk-rows.ts';
import type { CustomTool } from '../../src-shared/domain/custom-tools.ts';
import { status, team, type } from './small-desk.ts';
import { outcome, workflowDesk } from './workflow-desk.ts';

export const laptopType = 4;
export const ownField = { model: 11, quantity: 12, needed: 13, dock: 14, reason: 15, odd: 16 } as const;
export const template = { laptop: 1, change: 2 } as const;

/**
 * The desk with workflows, and what custom tools are made of: a type with fields of every kind, which users may log, and
 * templates of it and of changes, which they may not.
 */
export function customDesk(): DeskRows {
  const rows = workflowDesk();
  const [model] = rows.desk_ticket_type;
  if (model === undefined) throw new Error('The desk has ticket types.');
  const fields = [
    { id: ownField.model, name: 'laptop_model', label: 'Model', kind: 'choice', choices: '["14 inch","16 inch"]' },
    { id: ownField.quantity, name: 'quantity', label: 'Quantity', kind: 'number', choices: '[]' },
    { id: ownField.needed, name: 'needed_by', label: 'Needed by', kind: 'date', choices: '[]' },
    { id: ownField.dock, name: 'dock', label: 'With a dock', kind: 'yes_no', choices: '[]' },
    { id: ownField.reason, name: 'reason', label: 'Reason', kind: 'long_text', choices: '[]' },
    // Names that cannot be a parameter's as they are: one that is taken.
    { id: ownField.odd, name: 'summary', label: 'Kürzel', kind: 'text', choices: '[]' },
  ] as const;
  const required: readonly number[] = [ownField.model, ownField.needed];
  return {
    ...rows,
    desk_category: [{ id: 1, name: 'Hardware' }],
    desk_ticket_type: [
      ...rows.desk_ticket_type,
      {
        ...{ ...model, id: laptopType, name: 'Laptop Request', sequence: 4, is_default: 0 },
        ...{ workflow_id: null, allows_all_outcomes: 1, default_team_id: team.first, initial_status_id: status.new },
      },
    ],
    desk_field: [...rows.desk_field, ...fields],
    desk_ticket_type_field: fields.map(({ id }, index) => ({
      ...{ id: index + 1, type_id: laptopType, field_id: id, sequence: index + 1 },
      required: required.includes(id) ? (1 as const) : (0 as const),
    })),
    desk_template: [
      {
        ...{ id: template.laptop, name: 'New laptop', type_id: laptopType, summary: 'New laptop', details: 'Which?' },
        ...{ priority_id: 2, team_id: team.second, category_id: 1 },
      },
      {
        ...{ id: template.change, name: 'Standard change', type_id: type.change, summary: 'Change', details: '' },
        ...{ priority_id: null, team_id: null, category_id: null },
      },
    ],
  };
}

type Draft = Partial<CustomTool> & Pick<CustomTool, 'use' | 'settings'>;

export function customTool(name: string, tool: Draft): CustomTool {
  return { name, title: name, instruction: `Use ${name}.`, parameters: {}, enabled: true, ...tool };
}

/** One of each kind that there is, by name. */
export const everyCustomTool: readonly CustomTool[] = [
  customTool('CF_incident', {
    use: 'log_ticket',
    settings: { of: 'type', typeId: type.incident, parameters: 'summary' },
  }),
  customTool('CF_change', { use: 'log_ticket', settings: { of: 'type', typeId: type.change, parameters: 'summary' } }),
  customTool('CF_laptop', {
    ...{ use: 'log_ticket', settings: { of: 'template', templateId: template.laptop, parameters: 'fields' } },
  }),
  customTool('CF_any', { use: 'log_ticket', settings: { of: 'any' } }),
  customTool('CF_finish', { use: 'specific_action', settings: { outcomeId: outcome.finish } }),
  customTool('CF_take', { use: 'specific_action', settings: { outcomeId: outcome.take } }),
  customTool('CF_withdraw', { use: 'specific_action', settings: { outcomeId: outcome.withdraw } }),
  customTool('CF_remark', { use: 'specific_action', settings: { outcomeId: outcome.remark } }),
];
