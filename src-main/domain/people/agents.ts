import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AgentRepository, AgentRow, TeamRow } from '../../db/repositories/agent-repository.ts';

export interface Agent extends AgentRow {
  /** Active teams by name. */
  readonly teams: readonly TeamRow[];
}

export function createAgents(agents: AgentRepository) {
  const find = (id: number): Agent | undefined => {
    const agent = agents.find(id);
    return agent === undefined ? undefined : { ...agent, teams: agents.listTeams(id) };
  };

  return {
    find,
    get(id: number): Agent {
      const agent = find(id);
      if (agent === undefined) throw new AppError('not_found', `There is no agent ${id}.`);
      return agent;
    },
  };
}
