import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client.ts';
import { callColumns } from '../../components/calls/call-columns.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { DataTable, rowHeight } from '../../components/table/data-table.tsx';
import { rowsOf } from '../../components/table/rows.ts';
import { Card } from './card.tsx';
import classes from './home.module.css';

const shown = ['at', 'tool', 'arguments', 'outcome', 'changed', 'duration', 'who'];
const shownCalls = 8;
const columns = callColumns.filter(({ id }) => shown.includes(id));

export function LatestCalls() {
  const { data, error } = useQuery(api.activity.list.queryOptions({ input: { limit: shownCalls } }));
  const navigate = useNavigate();
  return (
    <Card title="Latest calls" more={<Link to="/activity">All calls</Link>}>
      <div className={classes['latest']} style={{ height: rowHeight * (1 + (data?.calls.length || shownCalls)) }}>
        <DataTable
          name="latest-calls"
          label="Latest calls"
          columns={columns}
          rows={rowsOf(data?.calls, data === undefined ? error : undefined)}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate(`/activity/${id}`)}
          empty={
            <EmptyState title="No calls yet">
              As soon as a client calls a tool, or you try one yourself, it shows here.
            </EmptyState>
          }
        />
      </div>
    </Card>
  );
}
