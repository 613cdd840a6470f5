import { z } from 'zod';
import { pageNumber, searchOrListText } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { listOutput, searchPage } from '../list-page.ts';
import { recordLink } from '../record-link.ts';
import { hitFields, id, idOrNull, link, name, nameOrNull, showHit } from '../records.ts';

const service = z.strictObject({
  id,
  name,
  summary: name,
  details: name,
  service_category_name: name,
  service_tickettype_name: nameOrNull.describe(
    'The type of ticket that requesting it logs; null when it takes no requests.',
  ),
  service_template_name: nameOrNull.describe('The template that requesting it fills in.'),
  incident_tickettype_name: nameOrNull.describe('The type of ticket that reporting a problem with it logs.'),
  cost: z.number().nullable().describe('In units of the currency.'),
  currency: nameOrNull,
  estimated_delivery_days: idOrNull,
  link: link.describe('The page on which it can be requested.'),
  ...hitFields,
});

export const logServiceRequest = defineReadTool({
  name: 'log_service_request',
  title: 'Search Service Catalogue',
  description:
    'Find services that can be requested, such as a new laptop or access to a system. Returns ten a page with the link to request each and the type of ticket a request logs; it logs nothing itself. To request one, give the link or use create_ticket with that type.',
  since: '2.204',
  offered: { default: 'listed', agent: 'listed', user: 'listed' },
  scopes: [],
  input: () =>
    z.strictObject({
      search: searchOrListText.describe('What is wanted, in a few words; empty lists the whole catalogue.'),
      page_number: pageNumber,
    }),
  output: listOutput('services', service, 'Best match first.'),
  run: async ({ search, page_number }, context) => {
    const found = await searchPage(
      context,
      { kind: 'service', text: search, pageNumber: page_number },
      (ids) => context.desk.services.listByIds(context.viewer, ids),
      (row, hit) => ({
        id: row.id,
        name: row.name,
        summary: row.summary,
        details: row.details,
        service_category_name: row.categoryName,
        service_tickettype_name: row.requestTypeName,
        service_template_name: row.requestTemplateName,
        incident_tickettype_name: row.incidentTypeName,
        cost: row.costMinor === null ? null : row.costMinor / 100,
        currency: row.currency,
        estimated_delivery_days: row.deliveryDays,
        link: recordLink('service', row.id),
        ...showHit(hit),
      }),
    );
    return { ...found.envelope, services: found.rows };
  },
});
