import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository } from '../../db/repositories/agent-repository.ts';
import type { Changes, RecordEditing } from '../records/edit-records.ts';

const teamsOfAgent = {
  table: 'desk_agent_team',
  parent: 'agent_id',
  other: 'team_id',
  otherTable: 'desk_team',
  noun: 'team',
} as const;

export interface AgentChanges {
  readonly fields: Changes;
  /** All the agent's teams. */
  readonly teamIds?: readonly number[] | undefined;
}

/** Agents and the teams they are in. There is always an enabled administrator, and a default team is one of the agent's. */
export function createAgentEditing(records: RecordEditing, agents: AgentRepository) {
  const checkAfter = (id: number): void => {
    if (agents.countAdministrators() === 0) {
      throw new AppError(
        'conflict',
        'This is the last enabled administrator. Give another agent the administrator role first.',
      );
    }
    const { default_team_id: defaultTeam } = records.get('agent', id);
    if (typeof defaultTeam === 'number' && !records.listLinks(teamsOfAgent, id).includes(defaultTeam)) {
      throw new AppError('invalid_arguments', "The default team must be one of the agent's teams.", {
        details: { field: 'defaultTeamId' },
      });
    }
  };

  return {
    create({ fields, teamIds = [] }: AgentChanges, at: number): number {
      const id = records.create('agent', { ...fields, createdAt: at });
      records.replaceLinks(teamsOfAgent, id, teamIds);
      checkAfter(id);
      return id;
    },

    update(id: number, revision: number, { fields, teamIds }: AgentChanges): void {
      records.update('agent', id, revision, fields);
      if (teamIds !== undefined) {
        records.checkChildrenUnchanged({ ...teamsOfAgent, label: 'The teams of this agent' }, id, revision);
        records.replaceLinks(teamsOfAgent, id, teamIds);
      }
      checkAfter(id);
    },
  };
}
