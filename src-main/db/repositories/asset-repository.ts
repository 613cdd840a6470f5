import type { Viewer } from '../../domain/viewer.ts';
import type { Connection } from './connection.ts';
import { customerReachCondition } from './customer-reach.ts';
import { createStatementCache } from './statement-cache.ts';

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
  const prepare = createStatementCache(connection);
  const fields = connection.prepare<[number], { name: string; value: string }>(
    'SELECT name, value FROM desk_asset_field WHERE asset_id = +? ORDER BY id',
  );

  return {
    find(viewer: Viewer, id: number): AssetRow | undefined {
      const within = customerReachCondition('asset', viewer, 'a');
      const statement = prepare<AssetRow>(
        `SELECT ${listColumns}, a.warranty_ends_at AS warrantyEndsAt, a.notes, a.created_at AS createdAt
         FROM ${tables} WHERE a.id = ? AND ${within.sql}`,
      );
      return statement.get(id, ...within.parameters);
    },
    listFields: (assetId: number) => fields.all(assetId),
    listByIds(viewer: Viewer, ids: readonly number[]): AssetListRow[] {
      const within = customerReachCondition('asset', viewer, 'a');
      const statement = prepare<AssetListRow>(
        `SELECT ${listColumns} FROM ${tables} WHERE a.id IN (SELECT value FROM json_each(?)) AND ${within.sql}`,
      );
      return statement.all(JSON.stringify(ids), ...within.parameters);
    },
  };
}
