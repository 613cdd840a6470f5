import { z } from 'zod';
import { type LogTicketSettings, logTicketSettings } from '../../../src-shared/domain/custom-tools.ts';
import { actorOf } from '../../domain/actor.ts';
import type { TicketToLog } from '../../domain/tickets/log-ticket.ts';
import { isWithin } from '../../domain/viewer.ts';
import type { Placement, ToolContext } from '../define-tool.ts';
import { type Broken, defineUse, type MadeTool, type Parameters, type UseContext } from '../define-use.ts';
import { createFieldParameters } from '../field-parameters.ts';
import { showTicketRow, ticketListFields } from '../records.ts';
import { findTicketUser, ticketDetails, ticketSummary, userEmail } from '../ticket-to-log.ts';

type Type = ReturnType<UseContext['material']['listTypes']>[number];
type Template = NonNullable<ReturnType<UseContext['material']['findTemplate']>>;

/** What a call says beside the fields. */
interface Words {
  readonly user_email?: string;
  readonly summary?: string;
  readonly details?: string;
  readonly ticket_type?: string;
}

/** A ticket as far as the settings fix it. */
interface Plan {
  readonly type: Type;
  readonly template?: Template;
}

const common = {
  kind: 'write',
  scopes: ['edit:tickets'],
  needs: { area: 'tickets', level: 'edit' },
  output: z.strictObject(ticketListFields),
} as const;

export const logTicket = defineUse<LogTicketSettings>({
  name: 'log_ticket',
  title: 'Log a ticket',
  about: 'Logs a ticket of one type, from one template, or of any type that the caller may log.',
  settings: logTicketSettings,
  make(settings, context) {
    if (settings.of === 'any') return makeForAnyType(context);
    const plan = settings.of === 'type' ? planType(settings.typeId, context) : planTemplate(settings, context);
    if ('broken' in plan) return plan;
    const broken = findTrouble(plan, context);
    return broken === undefined ? makeForPlan(plan, settings.parameters, context) : { broken };
  },
});

function planType(id: number, { material }: UseContext): Plan | Broken {
  const type = material.findType(id);
  return type === undefined ? { broken: `There is no ticket type ${id} any more.` } : { type };
}

function planTemplate({ templateId }: { templateId: number }, { material }: UseContext): Plan | Broken {
  const template = material.findTemplate(templateId);
  const type = template && material.findType(template.typeId);
  return template === undefined || type === undefined
    ? { broken: `There is no ticket template ${templateId} any more.` }
    : { type, template };
}

/** Why tickets like that cannot be logged on the endpoint by anybody. */
function findTrouble({ type, template }: Plan, { limits, columns }: UseContext): string | undefined {
  const what =
    template === undefined
      ? `The ticket type "${type.name}"`
      : `The template "${template.name}" logs tickets of the type "${type.name}", which`;
  if (type.inactive === 1) return `${what} is inactive.`;
  if (!isWithin(limits.ticketTypeIds, type.id)) return `${what} is outside the data limits of the endpoint.`;
  if (!isWithin(limits.teamIds, template?.teamId ?? type.teamId)) {
    return `${what} goes to a team outside the data limits of the endpoint.`;
  }
  if (columns.some((column) => mayLog(type, column))) return undefined;
  return `${what} may not be logged by ${columns.includes('user') ? 'users' : 'agents'}.`;
}

function mayLog(type: Type, column: Placement['column']): boolean {
  return (column === 'user' ? type.usersCanLog : type.agentsCanLog) === 1;
}

function offerWhere(isOffered: (column: Placement['column']) => boolean): MadeTool['offered'] {
  const offer = (column: Placement['column']) => (isOffered(column) ? 'listed' : 'no');
  return { default: offer('default'), agent: offer('agent'), user: offer('user') };
}

/** Users log their own tickets. */
function whose({ column }: Placement): Parameters {
  return column === 'user' ? {} : { user_email: userEmail };
}

function makeForPlan({ type, template }: Plan, parameters: 'summary' | 'fields', { material }: UseContext): MadeTool {
  const hasFields = parameters === 'fields';
  const taken = ['user_email', 'summary', 'details'];
  const fields = createFieldParameters(hasFields ? material.listTypeFields(type.id) : [], taken);
  const words: Parameters =
    template === undefined
      ? { summary: ticketSummary, details: hasFields ? ticketDetails.optional() : ticketDetails }
      : {
          summary: ticketSummary.optional().describe(describeDefault('One line', template.summary)),
          details: ticketDetails.optional().describe(describeDefault('Everything known about it', '')),
        };
  const required = material.listTypeFields(type.id).filter((field) => field.required === 1);
  return {
    ...common,
    advice: hasFields || required.length === 0 ? [] : [describeUnfilled(type, required)],
    since: hasFields ? '2.238' : '2.204',
    offered: offerWhere((column) => mayLog(type, column)),
    parameters: (placement) => ({ ...whose(placement), ...words, ...fields.shape }),
    run(input, context) {
      const { summary, details, user_email } = input as Words;
      const { tickets } = context.desk;
      return log(context, {
        type: tickets.getLoggableTypeById(context.viewer.audience, type.id),
        user: findTicketUser(user_email, context),
        summary: summary ?? template?.summary.trim() ?? type.name,
        details: details ?? template?.details ?? '',
        priorityId: template?.priorityId ?? undefined,
        teamId: template?.teamId ?? undefined,
        categoryId: template?.categoryId ?? undefined,
        fields: hasFields ? fields.read(input) : undefined,
      });
    },
  };
}

function describeUnfilled({ name }: Type, fields: readonly { readonly label: string }[]): string {
  const labels = fields.map(({ label }) => label).join(', ');
  return `Tickets of the type "${name}" have required fields, which this tool leaves empty: ${labels}.`;
}

function describeDefault(what: string, text: string): string {
  const quoted = text.trim() === '' ? '' : `: "${text.trim().slice(0, 70)}"`;
  return `${what}; the template's text when left out${quoted}.`;
}

function makeForAnyType({ material, limits, columns }: UseContext): MadeTool | Broken {
  const loggable = material
    .listTypes()
    .filter((type) => type.inactive === 0)
    .filter((type) => isWithin(limits.ticketTypeIds, type.id) && isWithin(limits.teamIds, type.teamId));
  const namesIn = (column: Placement['column']): string[] =>
    loggable.filter((type) => mayLog(type, column)).map(({ name }) => name);
  if (columns.every((column) => namesIn(column).length === 0)) {
    return { broken: 'There is no ticket type that may be logged within the data limits of the endpoint.' };
  }
  return {
    ...common,
    since: '2.232',
    offered: offerWhere((column) => namesIn(column).length > 0),
    parameters: (placement) => ({
      ...whose(placement),
      ticket_type: z.enum(namesIn(placement.column)).describe('What kind of ticket it is.'),
      summary: ticketSummary,
      details: ticketDetails,
    }),
    run(input, context) {
      const { summary = '', details = '', user_email, ticket_type } = input as Words;
      const type = context.desk.tickets.getLoggableType(context.viewer, ticket_type);
      return log(context, { type, user: findTicketUser(user_email, context), summary, details });
    },
  };
}

function log({ desk, principal, now }: ToolContext, ticket: Omit<TicketToLog, 'source' | 'by' | 'at'>) {
  const id = desk.tickets.log({ ...ticket, source: 'mcp', by: actorOf(principal), at: now });
  return showTicketRow(desk.tickets.getAsWritten(id));
}
