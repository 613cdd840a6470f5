import { buildFoundation } from './build-foundation.ts';
import type { DeskRows } from './desk-rows.ts';
import { createEmptyRows } from './empty-rows.ts';
import type { FoundationDefinition } from './foundation-definition.ts';
import { createNameIndex } from './name-index.ts';

/**
 * A desk without history: what the definition sets up, an administrator, and a general client with one site and one
 * user, so that a ticket can be logged at once.
 */
export function createEmptyDesk(definition: FoundationDefinition, options: { now: number }): DeskRows {
  const foundation = buildFoundation(definition);
  const created_at = options.now;
  const role = foundation.desk_role.find((each) => each.administrator === 1);
  if (role === undefined) throw new RangeError('An empty desk needs an administrator role.');
  const firstTeam = createNameIndex('team', foundation.desk_team)(definition.teams[0] ?? '');
  return {
    ...createEmptyRows(),
    ...foundation,
    desk_agent: [
      {
        id: 1,
        name: 'Administrator',
        email: 'administrator@desk.example',
        initials: 'AD',
        job_title: 'Administrator',
        role_id: role.id,
        default_team_id: firstTeam,
        api_only: 0,
        disabled: 0,
        created_at,
      },
    ],
    desk_agent_team: [{ id: 1, agent_id: 1, team_id: firstTeam }],
    desk_client: [{ id: 1, name: 'General', notes: '', inactive: 0, created_at }],
    desk_site: [{ id: 1, client_id: 1, name: 'Main', address: '', phone: '', inactive: 0 }],
    desk_user: [
      {
        id: 1,
        site_id: 1,
        name: 'General User',
        email: 'user@desk.example',
        phone: '',
        job_title: '',
        department: '',
        sees: 'own',
        important: 0,
        inactive: 0,
        linked_agent_id: null,
        created_at,
      },
    ],
  };
}
