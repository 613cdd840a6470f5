import type { CallView } from '../../../src-shared/api/activity.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import type { Inspection } from '../../db/inspect-database.ts';
import type { StoredCall } from '../../db/repositories/activity-repository.ts';
import { os } from '../implementer.ts';

export const activityRoutes = {
  list: os.activity.list.handler(({ context: { core, inspection }, input }) => {
    const names = new Map(core.access.applications.list().map(({ id, name }) => [id, name]));
    return core.activity.list(input).map((call) => viewOf(call, names, inspection));
  }),
};

function viewOf(call: StoredCall, applicationNames: ReadonlyMap<string, string>, inspection: Inspection): CallView {
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
    ...(call.changeSetId !== null && {
      changeSetId: call.changeSetId,
      changes: changesOf(call.changeSetId, inspection),
    }),
  };
}

function changesOf(changeSetId: number, inspection: Inspection): NonNullable<CallView['changes']> {
  return inspection
    .listChangedRows(changeSetId)
    .map(({ id, ...change }) => ({ ...change, ...(id === null ? {} : { id }) }));
}
