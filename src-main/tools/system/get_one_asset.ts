import { z } from 'zod';
import { assetListFields, showAssetRow } from '../asset-record.ts';
import { recordId } from '../arguments.ts';
import { defineReadTool } from '../define-tool.ts';
import { moment, momentOrNull, name } from '../records.ts';
import { toIso, toIsoOrNull } from '../timestamp.ts';

export const getOneAsset = defineReadTool({
  name: 'get_one_asset',
  title: 'Get One Asset',
  description: 'Read one asset in full by its id, with its notes, warranty and fields; find ids with get_assets.',
  since: '2.236',
  offered: { default: 'listed', agent: 'extra', user: 'no' },
  scopes: ['read:assets'],
  needs: { area: 'assets', level: 'read' },
  input: () => z.strictObject({ asset_id: recordId('The id of the asset.') }),
  output: z.strictObject({
    ...assetListFields,
    warranty_end: momentOrNull,
    notes: name,
    datecreated: moment,
    fields: z.array(z.strictObject({ name, value: name })),
  }),
  run: ({ asset_id }, { desk, viewer }) => {
    const asset = desk.assets.get(viewer, asset_id);
    return {
      ...showAssetRow(asset),
      warranty_end: toIsoOrNull(asset.warrantyEndsAt),
      notes: asset.notes,
      datecreated: toIso(asset.createdAt),
      fields: [...asset.fields],
    };
  },
});
