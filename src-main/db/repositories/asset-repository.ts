import type { Connection } from './connection.ts';

export interface AssetListRow {
  readonly id: number;
  readonly tag: string;
  readonly typeName: string;
  readonly clientId: number;
  readonly clientName: string;
  readonly siteId: number;
  readonly siteName: string;
  readonly userId: number | null;
  readonly userName: string | null;
  readonly status: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serialNumber: string;
  readonly inactive: 0 | 1;
}

export interface AssetRow extends AssetListRow {
  readonly warrantyEndsAt: number | null;
  readonly notes: string;
  readonly createdAt: number;
}

const listColumns = `a.id, a.tag, ty.name AS typeName, s.client_id AS clientId, c.name AS clientName,
  a.site_id AS siteId, s.name AS siteName, a.user_id AS userId, u.name AS userName, a.status, a.manufacturer, a.model,
  a.serial_number AS serialNumber, a.inactive`;
const tables = `desk_asset a JOIN desk_asset_type ty ON ty.id = a.type_id JOIN desk_site s ON s.id = a.site_id
  JOIN desk_client c ON c.id = s.client_id LEFT JOIN desk_user u ON u.id = a.user_id`;

export function createAssetRepository(connection: Connection) {
  const find = connection.prepare<[number], AssetRow>(`
    SELECT ${listColumns}, a.warranty_ends_at AS warrantyEndsAt, a.notes, a.created_at AS createdAt
    FROM ${tables} WHERE a.id = +?`);
  const fields = connection.prepare<[number], { name: string; value: string }>(
    'SELECT name, value FROM desk_asset_field WHERE asset_id = +? ORDER BY id',
  );
  const listByIds = connection.prepare<[string], AssetListRow>(
    `SELECT ${listColumns} FROM ${tables} WHERE a.id IN (SELECT value FROM json_each(+?))`,
  );

  return {
    find: (id: number) => find.get(id),
    listFields: (assetId: number) => fields.all(assetId),
    listByIds: (ids: readonly number[]) => listByIds.all(JSON.stringify(ids)),
  };
}
