import { z } from 'zod';
import { procedure } from './procedure.ts';
import {
  emailAddress,
  line,
  listInput,
  listOutput,
  optionalLine,
  recordId,
  reference,
  revision,
  updateInput,
} from './record-list.ts';
import { timestamp } from './timestamp.ts';

export const agentSorts = ['name', 'id', 'email', 'role', 'openTickets', 'createdAt'] as const;
export const teamSorts = ['name', 'id', 'agents', 'openTickets'] as const;

const row = z.object({
  id: z.int(),
  name: z.string(),
  email: z.string(),
  initials: z.string(),
  jobTitle: z.string(),
  role: reference,
  /** By name. */
  teams: z.array(reference),
  apiOnly: z.boolean(),
  disabled: z.boolean(),
  openTickets: z.int(),
});

const agent = row.extend({
  administrator: z.boolean(),
  defaultTeam: reference.optional(),
  createdAt: timestamp,
  revision,
});

const changes = {
  name: line(200),
  email: emailAddress,
  roleId: recordId,
  initials: optionalLine(10),
  jobTitle: optionalLine(200),
  teamIds: z.array(recordId).max(200),
  defaultTeamId: recordId.nullable(),
  /** API-only agents cannot be assigned tickets. */
  apiOnly: z.boolean(),
  disabled: z.boolean(),
};

const teamRow = z.object({
  id: z.int(),
  name: z.string(),
  inactive: z.boolean(),
  agents: z.int(),
  openTickets: z.int(),
});

const team = teamRow.extend({ revision });
const teamChanges = { name: line(200), inactive: z.boolean() };

const level = z.enum(['none', 'read', 'edit']);

const role = z.object({
  id: z.int(),
  name: z.string(),
  administrator: z.boolean(),
  tickets: level,
  articles: level,
  customers: level,
  assets: level,
  time: level,
  sees: z.enum(['all', 'teams', 'own']),
  agents: z.int(),
});

export type AgentListRow = z.infer<typeof row>;
export type AgentRecord = z.infer<typeof agent>;
export type TeamRecord = z.infer<typeof team>;
export type RoleRecord = z.infer<typeof role>;

export const agentsContract = {
  list: procedure
    .input(
      listInput(agentSorts, {
        teamId: recordId.optional(),
        roleId: recordId.optional(),
        disabled: z.boolean().optional(),
      }),
    )
    .output(listOutput(row)),
  get: procedure.input(z.strictObject({ id: recordId })).output(agent),
  /** Disabling somebody leaves their open tickets with them: `openTickets` says how many. */
  update: procedure.input(updateInput(z.object(changes).partial().shape)).output(agent),
  create: procedure
    .input(z.strictObject(changes).partial().required({ name: true, email: true, roleId: true }))
    .output(agent),
};

export const teamsContract = {
  list: procedure.input(listInput(teamSorts, { inactive: z.boolean().optional() })).output(listOutput(teamRow)),
  get: procedure.input(z.strictObject({ id: recordId })).output(team),
  update: procedure.input(updateInput(z.object(teamChanges).partial().shape)).output(team),
  create: procedure.input(z.strictObject(teamChanges).partial().required({ name: true })).output(team),
};

export const rolesContract = {
  list: procedure.output(z.array(role)),
};
