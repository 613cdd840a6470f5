import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { CallFigures } from './call-figures.tsx';
import { DeskGlance } from './desk-glance.tsx';
import { EndpointState } from './endpoint-state.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LatestCalls } from './latest-calls.tsx';
import classes from './home.module.css';

export function HomePage() {
  const { data: status, error } = useQuery(api.workbench.status.queryOptions());
  return (
    <>
      <PageHeader title="Home" about="What the endpoint is doing, and what there is to do next." />
      <div className={classes['page']}>
        {error !== null && <ErrorState error={error} what="The state of the workbench could not be read" />}
        {status !== undefined && (
          <>
            <FirstSteps status={status} />
            <div className={classes['pair']}>
              <EndpointState status={status} />
              <CallFigures />
            </div>
            <LatestCalls />
            <DeskGlance />
          </>
        )}
      </div>
    </>
  );
}
