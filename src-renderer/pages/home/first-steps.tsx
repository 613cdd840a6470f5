import { Button } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Link } from 'react-router';
import type { WorkbenchStatus } from '../../../src-shared/api/workbench.ts';
import { usePreferences } from '../../components/preferences.ts';
import { EnableEndpoint } from './enable-endpoint.tsx';
import { ConnectStep } from './connect-step.tsx';
import { Step } from './step.tsx';
import classes from './home.module.css';

/** From nothing to the first call of a client in five minutes. Folds up by itself once all is done. */
export function FirstSteps({ status }: { readonly status: WorkbenchStatus }) {
  const { firstStepsOpen, openFirstSteps, callSeen } = usePreferences();
  const { endpointEnabled, hasKey, clientConnected, callMade } = status.checklist;
  const done = [endpointEnabled, hasKey, clientConnected, callMade, callMade && callSeen];
  const left = done.filter((one) => !one).length;
  const open = firstStepsOpen ?? left > 0;
  const next = done.indexOf(false);
  return (
    <section className={classes['steps']} tabIndex={-1} aria-labelledby="first-steps">
      <div className={classes['steps-head']}>
        <h2 id="first-steps">First steps</h2>
        <span className={classes['dim']}>
          {left === 0 ? 'All done' : `${done.length - left} of ${done.length} done`}
        </span>
        <Button
          variant="subtle"
          color="gray"
          aria-expanded={open}
          rightSection={open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
          onClick={() => openFirstSteps(!open)}
        >
          {open ? 'Hide' : 'Show'}
        </Button>
      </div>
      {open && (
        <ol className={classes['step-list']}>
          <Step title="Turn on the endpoint" done={endpointEnabled} next={next === 0} action={<EnableEndpoint />}>
            Until then every client is refused. Only programs on this machine can reach it.
          </Step>
          <Step
            title="Make a key"
            done={hasKey}
            next={next === 1}
            action={<Link to="/applications?new=application">Make an application with a key</Link>}
          >
            A key says who a client acts as and what it may do. It is shown once.
          </Step>
          <Step
            title="Connect a client"
            done={clientConnected}
            next={next === 2}
            action={<ConnectStep status={status} />}
          >
            Any MCP client will do. For Claude Code, run this with your key in it:
          </Step>
          <Step
            title="Make a call"
            done={callMade}
            next={next === 3}
            action={<Link to="/mcp-endpoint#tools">Or try a tool yourself</Link>}
          >
            Ask the client for something such as “Which tickets are assigned to me?”
          </Step>
          <Step
            title="See the call"
            done={callMade && callSeen}
            next={next === 4}
            action={<Link to="/activity">Open Activity</Link>}
          >
            Choose a call to see its arguments, its result and what it changed.
          </Step>
        </ol>
      )}
    </section>
  );
}
