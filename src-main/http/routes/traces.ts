import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { TraceEntry } from '../../../src-shared/api/traces.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import type { TraceEntryRow } from '../../db/repositories/trace-repository.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';
import { optional } from '../row-values.ts';

export const traceRoutes = {
  record: os.traces.record.handler(async ({ context: { core }, input }) => {
    const { rows, total } = await core.deskReads.readTrace(input);
    // What is gone has a trace too; what never was has none.
    if (total === 0) throw new AppError('not_found', `There is no ${input.kind} ${input.id}, and there was none.`);
    return { rows: rows.map(view), total, offset: input.offset };
  }),
  fields: os.traces.fields.handler(({ context: { core }, input: { kind, id } }) =>
    core.setters.list(kind, id).map(({ column, value, created, at, actor, label, callId, endpointName }) => ({
      ...{ column, created: created === 1, at: toTimestamp(at), label },
      actor: nameActor(core, actor),
      ...optional('value', value ?? undefined),
      ...optional('callId', callId ?? undefined),
      ...optional('endpointName', endpointName ?? undefined),
    })),
  ),
};

/** Of a person or an application; what works by itself has a name for a label. */
function nameActor({ access }: Pick<DoorCore, 'access'>, actor: string): string {
  return /^(agent|user|service):/.test(actor) ? (access.describePrincipal(actor).name ?? actor) : actor;
}

function view({ changeSetId, at, kind, actor, label, operation, fields, rows, ...call }: TraceEntryRow): TraceEntry {
  return {
    ...{ changeSetId, at: toTimestamp(at), kind, actor },
    label: operation === 'bulk' ? `Created with the ${label.toLowerCase()}` : label,
    ...optional('callId', call.callId ?? undefined),
    ...optional('tool', call.tool ?? undefined),
    ...optional('application', call.application ?? undefined),
    ...optional('endpointId', call.endpointId ?? undefined),
    ...optional('endpointName', call.endpointName ?? undefined),
    ...optional('operation', operation),
    fields: fields.map(({ column, label: name, before, after }) => ({
      ...{ column, label: name },
      ...optional('before', before),
      ...optional('after', after),
    })),
    rows: [...rows],
  };
}
