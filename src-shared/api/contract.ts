import { activityContract } from './activity.ts';
import { applicationsContract } from './applications.ts';
import { callsContract } from './calls.ts';
import { doctorContract } from './doctor.ts';
import { endpointContract } from './endpoint.ts';
import { keysContract } from './keys.ts';
import { toolsContract } from './tools.ts';
import { workbenchContract } from './workbench.ts';

/** Everything that can be asked of the core through its admin door: one line per resource. */
export const contract = {
  workbench: workbenchContract,
  endpoint: endpointContract,
  tools: toolsContract,
  calls: callsContract,
  applications: applicationsContract,
  keys: keysContract,
  activity: activityContract,
  doctor: doctorContract,
};
