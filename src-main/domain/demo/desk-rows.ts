import type { Suggestible } from '../../../src-shared/domain/suggestion-rules.ts';
import type { ActionKind, TicketSource } from '../tickets/ticket-words.ts';
/** One row of a desk table, named by its columns. Flags are 0 or 1, times epoch milliseconds, durations seconds. */
type Flag = 0 | 1;
interface Identified {
  id: number;
}
interface Named extends Identified {
  name: string;
}
type Level = 'none' | 'read' | 'edit';

export type CalendarRow = Named & { zone: string; hours: string; holidays: string };
export type PriorityRow = Named & { sequence: number };
export type SlaRow = Named & { calendar_id: number };
export type SlaTargetRow = Identified & {
  sla_id: number;
  priority_id: number;
  respond_seconds: number;
  fix_seconds: number;
};
export type StatusRow = Named & { kind: 'open' | 'closed'; holds_sla: Flag; sequence: number };
export type ClientRow = Named & { notes: string; inactive: Flag; created_at: number };
export type SiteRow = Named & { client_id: number; address: string; phone: string; inactive: Flag };
export type TeamRow = Named & { inactive: Flag };
export type RoleRow = Named & {
  administrator: Flag;
  tickets: Level;
  articles: Level;
  customers: Level;
  assets: Level;
  time: Level;
  sees: 'all' | 'teams' | 'own';
};
export type AgentRow = Named & {
  email: string;
  initials: string;
  job_title: string;
  role_id: number;
  default_team_id: number | null;
  api_only: Flag;
  disabled: Flag;
  created_at: number;
};
export type AgentTeamRow = Identified & { agent_id: number; team_id: number };
export type UserRow = Named & {
  site_id: number;
  email: string;
  phone: string;
  job_title: string;
  department: string;
  sees: 'own' | 'site' | 'client';
  important: Flag;
  inactive: Flag;
  linked_agent_id: number | null;
  created_at: number;
};
export type TicketTypeRow = Named & {
  itil_kind: 'incident' | 'request' | 'change' | 'problem' | 'other';
  sla_id: number;
  default_priority_id: number;
  default_team_id: number | null;
  initial_status_id: number;
  closed_status_id: number;
  reopen_status_id: number | null;
  workflow_id: number | null;
  allows_all_outcomes: Flag;
  agents_can_log: Flag;
  users_can_log: Flag;
  is_default: Flag;
  inactive: Flag;
  sequence: number;
};
export type FieldRow = Named & {
  label: string;
  kind: 'text' | 'long_text' | 'number' | 'date' | 'choice' | 'yes_no';
  choices: string;
};
export type TicketTypeFieldRow = Identified & { type_id: number; field_id: number; required: Flag; sequence: number };
export type WorkflowStepRow = Named & {
  workflow_id: number;
  is_start: Flag;
  is_end: Flag;
  is_reopening: Flag;
  sequence: number;
};
export type OutcomeRow = Named & {
  label: string;
  quick: Flag;
  for_agents: Flag;
  for_users: Flag;
  always: Flag;
  private: Flag;
  note: string;
  note_required: Flag;
  status_id: number | null;
  team_id: number | null;
  assigns: 'keep' | 'self' | 'agent';
  agent_id: number | null;
  priority_id: number | null;
  seconds: number;
  inactive: Flag;
  sequence: number;
};
export type OutcomeFieldRow = Identified & { outcome_id: number; field_id: number; required: Flag; sequence: number };
export type StepOutcomeRow = Identified & {
  step_id: number;
  outcome_id: number;
  to_step_id: number | null;
  sequence: number;
};
export type TicketTypeOutcomeRow = Identified & { type_id: number; outcome_id: number };
export type TemplateRow = Named & {
  type_id: number;
  summary: string;
  details: string;
  priority_id: number | null;
  team_id: number | null;
  category_id: number | null;
};
export type ServiceCategoryRow = Named & { summary: string; sequence: number };
export type ServiceRow = Named & {
  category_id: number;
  summary: string;
  details: string;
  shown_to_users: Flag;
  shown_to_agents: Flag;
  request_type_id: number | null;
  request_template_id: number | null;
  incident_type_id: number | null;
  cost_minor: number | null;
  currency: string | null;
  delivery_days: number | null;
  inactive: Flag;
};
export type AssetRow = Identified & {
  tag: string;
  type_id: number;
  site_id: number;
  user_id: number | null;
  status: string;
  manufacturer: string;
  model: string;
  serial_number: string;
  warranty_ends_at: number | null;
  notes: string;
  inactive: Flag;
  created_at: number;
};
export type AssetFieldRow = Identified & { asset_id: number; name: string; value: string };
export type ArticleRow = Identified & {
  title: string;
  description: string;
  resolution: string;
  tags: string;
  audience: 'everyone' | 'agents';
  inactive: Flag;
  created_by_agent_id: number | null;
  created_at: number;
  edited_at: number;
  review_at: number | null;
  useful: number;
  not_useful: number;
};
export type ArticleInListRow = Identified & { article_id: number; list_id: number };
export type TicketRow = Identified & {
  type_id: number;
  status_id: number;
  priority_id: number;
  category_id: number | null;
  site_id: number;
  user_id: number;
  team_id: number | null;
  agent_id: number | null;
  service_id: number | null;
  parent_id: number | null;
  summary: string;
  details: string;
  source: TicketSource;
  opened_at: number;
  respond_by_at: number | null;
  responded_at: number | null;
  fix_by_at: number | null;
  held_since_at: number | null;
  held_seconds: number;
  closed_at: number | null;
  closure_note: string;
  last_action_at: number;
  step_id: number | null;
};
export type ActionRow = Identified & {
  ticket_id: number;
  number: number;
  kind: ActionKind;
  outcome: string;
  agent_id: number | null;
  user_id: number | null;
  actor: string;
  private: Flag;
  note: string;
  seconds: number;
  status_before_id: number | null;
  status_after_id: number | null;
  at: number;
  outcome_id: number | null;
};
export type TicketFieldRow = Identified & { ticket_id: number; field_id: number; value: string };
export type TicketAssetRow = Identified & { ticket_id: number; asset_id: number };
export type TicketArticleRow = Identified & { ticket_id: number; article_id: number };
export type TicketStepRow = Identified & {
  ticket_id: number;
  action_id: number | null;
  from_step_id: number | null;
  to_step_id: number | null;
  at: number;
};
export type TimeEntryRow = Identified & {
  agent_id: number;
  ticket_id: number | null;
  action_id: number | null;
  note: string;
  started_at: number;
  seconds: number;
};

export type SuggestionRuleRow = Named & {
  sequence: number;
  proposes: Suggestible;
  minimum_score: number;
  minimum_matches: number;
  minimum_percent: number | null;
  closed_only: Flag;
  last_days: number | null;
  auto_apply: Flag;
  inactive: Flag;
};
export type SuggestionRuleTypeRow = Identified & { rule_id: number; type_id: number };
export type SuggestionRow = Identified & {
  ticket_id: number;
  rule_id: number | null;
  proposes: Suggestible;
  value_id: number | null;
  value_text: string | null;
  score: number;
  agreed: number;
  considered: number;
  evidence: string;
  counted: string;
  state: 'open' | 'applied' | 'dismissed' | 'expired';
  made_at: number;
  decided_at: number | null;
  decided_by: string | null;
};

/** All rows of a desk, by table, in the order in which they can be inserted: a row refers only to rows before it. */
export interface DeskRows {
  desk_calendar: CalendarRow[];
  desk_priority: PriorityRow[];
  desk_sla: SlaRow[];
  desk_sla_target: SlaTargetRow[];
  desk_status: StatusRow[];
  desk_client: ClientRow[];
  desk_site: SiteRow[];
  desk_team: TeamRow[];
  desk_role: RoleRow[];
  desk_agent: AgentRow[];
  desk_agent_team: AgentTeamRow[];
  desk_user: UserRow[];
  desk_category: Named[];
  desk_workflow: Named[];
  desk_workflow_step: WorkflowStepRow[];
  desk_ticket_type: TicketTypeRow[];
  desk_field: FieldRow[];
  desk_ticket_type_field: TicketTypeFieldRow[];
  desk_outcome: OutcomeRow[];
  desk_outcome_field: OutcomeFieldRow[];
  desk_step_outcome: StepOutcomeRow[];
  desk_ticket_type_outcome: TicketTypeOutcomeRow[];
  desk_template: TemplateRow[];
  desk_service_category: ServiceCategoryRow[];
  desk_service: ServiceRow[];
  desk_asset_type: Named[];
  desk_asset: AssetRow[];
  desk_asset_field: AssetFieldRow[];
  desk_article: ArticleRow[];
  desk_article_list: Named[];
  desk_article_in_list: ArticleInListRow[];
  desk_ticket: TicketRow[];
  desk_action: ActionRow[];
  desk_ticket_field: TicketFieldRow[];
  desk_ticket_asset: TicketAssetRow[];
  desk_ticket_article: TicketArticleRow[];
  desk_ticket_step: TicketStepRow[];
  desk_time_entry: TimeEntryRow[];
  desk_suggestion_rule: SuggestionRuleRow[];
  desk_suggestion_rule_type: SuggestionRuleTypeRow[];
  desk_suggestion: SuggestionRow[];
}
