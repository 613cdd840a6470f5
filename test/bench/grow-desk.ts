import { compose } from '../../src-main/compose.ts';
import { createSystemPorts } from '../../src-main/ports.ts';
import { quietLog } from '../support/quiet-log.ts';

const copied = `type_id, status_id, priority_id, category_id, site_id, user_id, team_id, agent_id, service_id, summary, details,
  source, respond_by_at, responded_at, fix_by_at, held_since_at, held_seconds, closed_at, closure_note`;
/** How much further back each copy lies, in milliseconds: some two hours. */
const apart = 7_777_777;

/** Makes a demo desk in the folder and copies its tickets, each time further into the past, until there are so many. */
export async function growDesk(folder: string, tickets: number): Promise<void> {
  const core = compose({ folder, newDesk: 'demo' }, createSystemPorts(quietLog));
  const { connection } = core.database;
  const demo = connection.prepare<[], number>('SELECT count(*) FROM desk_ticket').pluck().get() ?? 0;
  const copy = connection.prepare(`INSERT INTO desk_ticket (${copied}, opened_at, last_action_at)
    SELECT ${copied}, opened_at - @back, last_action_at - @back FROM desk_ticket ORDER BY id LIMIT @most`);
  core.database.inChangeSet({ kind: 'import', actor: 'bench', label: 'copies', ledger: 'summary' }, () => {
    for (let total = demo, round = 1; total < tickets; total += demo, round += 1) {
      copy.run({ back: round * apart, most: Math.min(demo, tickets - total) });
    }
  });
  await core.close();
}
