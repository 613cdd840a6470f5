import type { FoundationRows } from './build-foundation.ts';
import type { DemoDefinition } from './demo-definition.ts';
import type { ServiceCategoryRow, ServiceRow, TemplateRow } from './desk-rows.ts';
import { createNameIndex, numbered, flag } from './name-index.ts';

export interface Catalogue {
  readonly templates: TemplateRow[];
  readonly categories: ServiceCategoryRow[];
  readonly services: ServiceRow[];
}

export function buildCatalogue(definition: DemoDefinition, foundation: FoundationRows): Catalogue {
  const typeId = createNameIndex('ticket type', foundation.desk_ticket_type);
  const teamId = createNameIndex('team', foundation.desk_team);
  const priorityId = createNameIndex('priority', foundation.desk_priority);
  const categoryId = createNameIndex('category', foundation.desk_category);
  const templates = numbered(definition.catalogue.templates, (template, id): TemplateRow => ({
    id,
    name: template.name,
    type_id: typeId(template.type),
    summary: template.summary,
    details: template.details.trim(),
    priority_id: template.priority === undefined ? null : priorityId(template.priority),
    team_id: template.team === undefined ? null : teamId(template.team),
    category_id: template.category === undefined ? null : categoryId(template.category),
  }));
  const templateId = createNameIndex('template', templates);
  const groups = definition.catalogue.service_categories;
  const categories = numbered(groups, ({ name, summary }, id) => ({ id, name, summary, sequence: id }));
  const listed = groups.flatMap((group, index) => group.services.map((service) => ({ service, category: index + 1 })));
  const services = numbered(listed, ({ service, category }, id): ServiceRow => ({
    id,
    category_id: category,
    name: service.name,
    summary: service.summary,
    details: service.details.trim(),
    shown_to_users: flag(service.users),
    shown_to_agents: 1,
    request_type_id: service.request === undefined ? null : typeId(service.request),
    request_template_id: service.template === undefined ? null : templateId(service.template),
    incident_type_id: service.incident === undefined ? null : typeId(service.incident),
    cost_minor: service.cost === undefined ? null : Math.round(service.cost * 100),
    currency: service.cost === undefined ? null : 'GBP',
    delivery_days: service.days ?? null,
    inactive: flag(service.inactive),
  }));
  return { templates, categories, services };
}
