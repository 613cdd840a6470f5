import type { TicketRecord } from '../../../src-shared/api/tickets.ts';
import { MadeByMark } from '../../components/record/made-by-mark.tsx';
import { Properties, type Property } from '../../components/record/properties.tsx';
import { RecordLink } from '../../components/record/record-link.tsx';
import { RecordLinks } from '../../components/record/record-links.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { Due } from './due.tsx';
import { useTicketSetters } from './ticket-setters.ts';
import { TicketStatus } from './ticket-status.tsx';
import classes from './tickets.module.css';

export function TicketSummary({ ticket }: { readonly ticket: TicketRecord }) {
  const { status, priority, type, category, user, client, site, agent, team, sla, service, parent, assets, articles } =
    ticket;
  const setters = useTicketSetters(ticket);
  const filled = ticket.fields.filter(({ value }) => value !== '');
  return (
    <div className={classes['summary']}>
      <Properties
        setters={setters}
        list={[
          ['Status', <TicketStatus key="status" status={status} />],
          ['Priority', priority.name],
          ['Type', type.name],
          ['Agent', agent && <RecordLink kind="agent" to={agent} />],
          ['Team', team && <RecordLink kind="team" to={team} />],
          ['User', <RecordLink key="user" kind="user" to={user} />],
          [
            'Client and site',
            <RecordLink key="client" kind="client" to={{ id: client.id, name: `${client.name}, ${site.name}` }} />,
          ],
          ['Fix by', <Due key="due" ticket={ticket} />],
          ['SLA', ticket.heldSinceAt === undefined ? sla.name : `${sla.name}, on hold`],
          ['Category', category?.name],
          ...given(service && ['Service', <RecordLink kind="service" to={service} />]),
          ...given(
            parent && [
              'Parent ticket',
              <RecordLink kind="ticket" to={{ id: parent.id, name: `${parent.id} ${parent.name}` }} />,
            ],
          ),
          [
            'Opened',
            <span key="opened">
              <RelativeTime at={ticket.openedAt} /> {ticket.source === 'mcp' ? 'through MCP' : `by ${ticket.source}`}{' '}
              <MadeByMark madeByAi={ticket.madeByAi} />
            </span>,
          ],
          ...given(
            ticket.imported.length > 0 && [
              'Imported as',
              <span key="imported" className="foreign">
                {ticket.imported.map(({ source, number }) => `${number} (${source})`).join(', ')}
              </span>,
            ],
          ),
          ...filled.map(({ label, value }) => [label, value] as const),
          ...given(
            assets.length > 0 && [
              'Assets',
              <RecordLinks kind="asset" list={assets.map(({ id, tag }) => ({ id, name: tag }))} />,
            ],
          ),
          ...given(
            articles.length > 0 && [
              'Articles',
              <RecordLinks kind="article" list={articles.map(({ id, title }) => ({ id, name: title }))} />,
            ],
          ),
        ]}
      />
    </div>
  );
}

/** What most tickets do not have is left out where it is missing. */
function given(property: Property | false | undefined): readonly Property[] {
  return property === undefined || property === false ? [] : [property];
}
