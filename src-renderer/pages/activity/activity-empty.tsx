import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { isFiltered, noActivityFilters, type ActivityUrl } from './activity-filters.ts';

interface Props {
  readonly url: ActivityUrl;
  readonly onClear: (change: Partial<ActivityUrl>) => void;
}

export function ActivityEmpty({ url, onClear }: Props) {
  if (isFiltered(url)) {
    return (
      <EmptyState
        title="No call fits"
        action={
          <Button variant="default" onClick={() => onClear(noActivityFilters)}>
            Show all calls
          </Button>
        }
      >
        Loosen the filters above, or search for other words.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No calls yet" action={<Link to="/mcp-endpoint#tools">Try a tool yourself</Link>}>
      Every call of a tool is written here, whoever made it: a client of the endpoint, a command, or you. It keeps its
      arguments, its result and every row of the desk that it changed.
    </EmptyState>
  );
}
