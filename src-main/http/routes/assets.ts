import type { AssetListRow, AssetRecord } from '../../../src-shared/api/assets.ts';
import type { Row } from '../../db/repositories/record-repository.ts';
import { editDesk, wholeDesk } from '../edit-desk.ts';
import { os } from '../implementer.ts';
import { listRecords } from '../list-records.ts';
import type { RouteContext } from '../route-context.ts';
import {
  optional,
  readFlag,
  readMoment,
  readNumber,
  readOptionalMoment,
  readOptionalReference,
  readReference,
  readText,
} from '../row-values.ts';

export const assetRoutes = {
  list: os.assets.list.handler(({ context, input }) => listRecords(context, 'assets', input, viewRow)),
  get: os.assets.get.handler(({ context, input }) => view(context, input.id)),
  update: os.assets.update.handler(({ context, input: { id, revision, changes } }) => {
    const { assets } = context.core.desk.editing;
    editDesk(context, 'Assets', () => assets.update(id, revision, splitChanges(changes)));
    return view(context, id);
  }),
  create: os.assets.create.handler(({ context, input }) => {
    const { assets } = context.core.desk.editing;
    return view(
      context,
      editDesk(context, 'Assets', ({ at }) => assets.create(splitChanges(input), at)),
    );
  }),
  suggest: os.assets.suggest.handler(async ({ context, input }) => {
    const { rows } = await listRecords(
      context,
      'assets',
      { search: input.text, inactive: false, sort: 'tag', descending: false, offset: 0, limit: 20 },
      viewRow,
    );
    return rows.map(({ id, tag, type, manufacturer, model, user }) => ({
      ...{ id, tag, type: type.name, model: `${manufacturer} ${model}`.trim() },
      ...optional('user', user?.name),
    }));
  }),
};

interface GivenFields {
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | undefined;
  readonly warrantyEndsAt?: string | null | undefined;
}

function splitChanges<Given extends GivenFields>({ fields, warrantyEndsAt, ...columns }: Given) {
  const ends = typeof warrantyEndsAt === 'string' ? Date.parse(warrantyEndsAt) : warrantyEndsAt;
  return { fields, columns: { ...columns, warrantyEndsAt: ends } };
}

function view({ core: { desk } }: RouteContext, id: number): AssetRecord {
  const row = desk.records.get('asset', id);
  return {
    ...viewRow(desk.records.getListed('assets', 'asset', id)),
    notes: readText(row, 'notes'),
    fields: desk.assets.get(wholeDesk, id).fields.map(({ name, value }) => ({ name, value })),
    createdAt: readMoment(row, 'created_at'),
    openTickets: desk.tickets.count({ open: 'open', assetId: id }, 0),
    revision: desk.records.revision(),
  };
}

function viewRow(row: Row): AssetListRow {
  return {
    id: readNumber(row, 'id'),
    tag: readText(row, 'tag'),
    type: readReference(row, 'type'),
    client: readReference(row, 'client'),
    site: readReference(row, 'site'),
    ...readOptionalReference(row, 'user'),
    status: readText(row, 'status'),
    manufacturer: readText(row, 'manufacturer'),
    model: readText(row, 'model'),
    serialNumber: readText(row, 'serialNumber'),
    ...readOptionalMoment(row, 'warrantyEndsAt', 'warrantyEndsAt'),
    inactive: readFlag(row, 'inactive'),
  };
}
