import { type CallView } from '../../../src-shared/api/activity.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import type { StoredCall } from '../../db/repositories/activity-repository.ts';
import { os } from '../implementer.ts';

export const activityRoutes = {
  list: os.activity.list.handler(({ context: { core }, input }) => {
    const names = new Map(core.access.applications.list().map(({ id, name }) => [id, name]));
    return core.activity.list(input).map((call) => viewOf(call, names));
  }),
};

function viewOf(call: StoredCall, applicationNames: ReadonlyMap<string, string>): CallView {
  const { id, endpointId, configurationVersion, era, client, principal, tool } = call;
  const applicationName = applicationNames.get(call.applicationId ?? '');
  return {
    id,
    at: toTimestamp(call.at),
    milliseconds: call.microseconds / 1000,
    ...{ endpointId, configurationVersion, era, client, principal, tool },
    ...(call.applicationId !== null && {
      application: { id: call.applicationId, ...(applicationName !== undefined && { name: applicationName }) },
    }),
    arguments: JSON.parse(call.arguments) as unknown,
    ...(call.result !== null && { result: JSON.parse(call.result) as unknown }),
    ...(call.errorCode !== null && { error: { code: call.errorCode, message: call.errorMessage ?? '' } }),
    ...(call.changeSetId !== null && { changeSetId: call.changeSetId }),
  };
}
