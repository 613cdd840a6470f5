import { os } from './implementer.ts';
import { activityRoutes } from './routes/activity.ts';
import { applicationRoutes } from './routes/applications.ts';
import { callRoutes } from './routes/calls.ts';
import { doctorRoutes } from './routes/doctor.ts';
import { endpointRoutes } from './routes/endpoint.ts';
import { keyRoutes } from './routes/keys.ts';
import { toolRoutes } from './routes/tools.ts';
import { workbenchRoutes } from './routes/workbench.ts';

/** The whole contract, implemented: a call that is missing here does not compile. */
export const router = os.router({
  workbench: workbenchRoutes,
  endpoint: endpointRoutes,
  tools: toolRoutes,
  calls: callRoutes,
  applications: applicationRoutes,
  keys: keyRoutes,
  activity: activityRoutes,
  doctor: doctorRoutes,
});
