import { z } from 'zod';
import type { AssetListRow } from '../domain/assets/assets.ts';
import { recordLink } from './record-link.ts';
import { count, id, idOrNull, link, name, nameOrNull } from './records.ts';

export const assetListFields = {
  id: id.describe('Pass it as asset_id.'),
  inventory_number: name.describe('The asset tag.'),
  assettype_name: name,
  manufacturer: name,
  model: name,
  serial_number: name,
  status_name: name,
  client_id: count,
  client_name: name,
  site_id: count,
  site_name: name,
  user_id: idOrNull,
  user_name: nameOrNull.describe('Who uses it; null when nobody in particular.'),
  inactive: z.boolean(),
  link,
};

export function showAssetRow(row: AssetListRow) {
  return {
    id: row.id,
    inventory_number: row.tag,
    assettype_name: row.typeName,
    manufacturer: row.manufacturer,
    model: row.model,
    serial_number: row.serialNumber,
    status_name: row.status,
    client_id: row.clientId,
    client_name: row.clientName,
    site_id: row.siteId,
    site_name: row.siteName,
    user_id: row.userId,
    user_name: row.userName,
    inactive: row.inactive === 1,
    link: recordLink('asset', row.id),
  };
}
