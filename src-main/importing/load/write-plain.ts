import type { MappedRow } from '../map/mapped-row.ts';
import { deskRow } from './desk-row.ts';
import type { LoadContext } from './load-context.ts';
import type { Names } from './names.ts';
import { readValues } from './row-values.ts';
import { given, type Outcome, saveRecord, syncBelongings } from './save-record.ts';

/** Clients, services, articles and assets: records without a history. */
export function createPlainWriters(context: LoadContext, names: Names) {
  const { lookups, now } = context;
  const { places } = names;

  const client = (mapped: MappedRow): Outcome => {
    const values = readValues(mapped);
    const name = (values.text('name') ?? '').slice(0, 200);
    const shared = given({ name, notes: values.text('notes'), inactive: values.flag('inactive') });
    return saveRecord(context, {
      kind: 'client',
      table: 'desk_client',
      mapped,
      adopt: () => lookups.clients(name)[0]?.id,
      whole: () => ({ ...deskRow.client(name, values.when('createdAt') ?? now), ...shared }),
      changes: (id) => {
        // Two clients of the desk never have one name.
        const isTaken = lookups.clients(name).some((other) => other.id !== id);
        const { name: _name, ...rest } = shared;
        return isTaken ? rest : shared;
      },
    });
  };

  const service = (mapped: MappedRow): Outcome => {
    const values = readValues(mapped);
    const name = (values.text('name') ?? '').slice(0, 200);
    const shared = given({
      name,
      category_id: names.idOf('category', values.text('category') ?? undefined),
      summary: values.text('summary'),
      details: values.text('details'),
      inactive: values.flag('inactive'),
    });
    return saveRecord(context, {
      kind: 'service',
      table: 'desk_service',
      mapped,
      adopt: () => lookups.services(name)[0]?.id,
      whole: () => ({
        ...{ category_id: shared['category_id'] ?? names.ensure('serviceCategory', 'General'), name },
        ...{ summary: '', details: '', shown_to_users: 1, shown_to_agents: 1, request_type_id: null },
        ...{ request_template_id: null, incident_type_id: null, cost_minor: null, currency: null, delivery_days: null },
        ...{ inactive: 0 },
        ...shared,
      }),
      changes: (id) => {
        const isTaken = lookups.services(name).some((other) => other.id !== id);
        const { name: _name, ...rest } = shared;
        return isTaken ? rest : shared;
      },
    });
  };

  const article = (mapped: MappedRow): Outcome => {
    const values = readValues(mapped);
    const createdAt = values.when('createdAt');
    const shared = given({
      title: values.text('title')?.slice(0, 500),
      description: values.text('description'),
      resolution: values.text('resolution'),
      tags: values.list('tags')?.join(', '),
      audience: values.text('audience'),
      inactive: values.flag('inactive'),
      created_by_agent_id: names.idOf('author', values.text('author')),
      review_at: values.when('reviewAt'),
      useful: values.count('useful'),
      not_useful: values.count('notUseful'),
      edited_at: values.when('editedAt'),
    });
    const listIds = names.idsOf('lists', values.list('lists'));
    return saveRecord(context, {
      kind: 'article',
      table: 'desk_article',
      mapped,
      whole: () => ({
        ...{ title: '', description: '', resolution: '', tags: '', audience: 'everyone', inactive: 0 },
        ...{ created_by_agent_id: null, created_at: createdAt ?? now, edited_at: createdAt ?? now, review_at: null },
        ...{ useful: 0, not_useful: 0 },
        ...shared,
      }),
      changes: () => ({ ...shared, ...given({ created_at: createdAt }) }),
      belongings: (id, isNew) =>
        syncBelongings(context, {
          ...{ table: 'desk_article_in_list', parent: 'article_id', parentId: id, key: 'list_id', isNew },
          wanted: listIds.map((list_id) => ({ list_id })),
          removeOthers: values.list('lists') !== undefined,
        }),
    });
  };

  const asset = (mapped: MappedRow): Outcome => {
    const values = readValues(mapped);
    const tag = (values.text('tag') ?? mapped.externalId).slice(0, 200);
    const place = { client: values.text('client'), site: values.text('site') };
    const isPlaced = place.client !== undefined || place.site !== undefined;
    const user = values.text('user');
    const person = user === undefined ? undefined : names.people.find(user);
    const typeId = names.idOf('type', values.text('type'));
    if (user !== undefined && person?.user === undefined) names.idOf('user', user);
    const shared = given({
      tag,
      type_id: typeId,
      site_id: isPlaced ? places.site(place).id : undefined,
      user_id: person?.user?.id,
      status: values.text('status'),
      manufacturer: values.text('manufacturer'),
      model: values.text('model'),
      serial_number: values.text('serialNumber'),
      warranty_ends_at: values.when('warrantyEndsAt'),
      notes: values.text('notes'),
      inactive: values.flag('inactive'),
    });
    const owner = lookups.assets(tag)[0]?.id;
    const known = context.records.find('asset', mapped.externalId, context.plan.source);
    // Two rows of one file with one tag are two assets, and no two assets of the desk have one tag.
    const isTaken = owner !== undefined && known === undefined && context.records.isFrom('asset', owner);
    const freeTag = isTaken ? `${tag} (${mapped.externalId})` : tag;
    return saveRecord(context, {
      kind: 'asset',
      table: 'desk_asset',
      mapped,
      adopt: () => (isTaken ? undefined : owner),
      whole: () => ({
        ...{ tag: freeTag, type_id: typeId ?? names.ensure('assetType', 'Other') },
        ...{ site_id: isPlaced ? Number(shared['site_id']) : places.site({}).id, user_id: null, status: 'In use' },
        ...{ manufacturer: '', model: '', serial_number: '', warranty_ends_at: null, notes: '', inactive: 0 },
        created_at: values.when('createdAt') ?? now,
        ...shared,
        ...{ tag: freeTag },
      }),
      changes: () => {
        const { tag: _tag, ...rest } = shared;
        return owner === undefined || owner === known?.recordId ? shared : rest;
      },
      belongings: (id, isNew) =>
        syncBelongings(context, {
          ...{ table: 'desk_asset_field', parent: 'asset_id', parentId: id, key: 'name', isNew, removeOthers: false },
          wanted: Object.entries(mapped.custom).map(([name, value]) => ({ name, value })),
        }),
    });
  };

  return { client, service, article, asset };
}
