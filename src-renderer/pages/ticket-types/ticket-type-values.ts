import type { TicketTypeRecord } from '../../../src-shared/api/ticket-types.ts';

export interface TicketTypeValues {
  readonly name: string;
  readonly kind: TicketTypeRecord['kind'];
  readonly workflowId: number | null;
  readonly slaId: number;
  readonly defaultPriorityId: number;
  readonly defaultTeamId: number | null;
  readonly initialStatusId: number;
  readonly closedStatusId: number;
  readonly reopenStatusId: number | null;
  readonly agentsCanLog: boolean;
  readonly usersCanLog: boolean;
  readonly isDefault: boolean;
  readonly inactive: boolean;
  readonly fields: { id: number; required: boolean }[];
  readonly allowsAllOutcomes: boolean;
  readonly outcomeIds: number[];
}

export function ticketTypeValuesOf(type: TicketTypeRecord): TicketTypeValues {
  const { name, kind, agentsCanLog, usersCanLog, isDefault, inactive, allowsAllOutcomes } = type;
  return {
    ...{ name, kind, agentsCanLog, usersCanLog, isDefault, inactive, allowsAllOutcomes },
    workflowId: type.workflow?.id ?? null,
    slaId: type.sla.id,
    defaultPriorityId: type.defaultPriority.id,
    defaultTeamId: type.defaultTeam?.id ?? null,
    initialStatusId: type.initialStatus.id,
    closedStatusId: type.closedStatus.id,
    reopenStatusId: type.reopenStatus?.id ?? null,
    fields: type.fields.map(({ id, required }) => ({ id, required })),
    outcomeIds: type.outcomes.map(({ id }) => id),
  };
}
