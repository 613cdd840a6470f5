import { AppError } from '../../../src-shared/errors/app-error.ts';
import { type AssetListRow, type AssetRow, createAssetRepository } from '../../db/repositories/asset-repository.ts';
import type { Connection } from '../../db/repositories/connection.ts';
import type { Viewer } from '../viewer.ts';

export type { AssetListRow };

export interface Asset extends AssetRow {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export function createAssets(connection: Connection) {
  const assets = createAssetRepository(connection);

  return {
    get(viewer: Viewer, id: number): Asset {
      const asset = assets.find(viewer, id);
      if (asset === undefined)
        throw new AppError('not_found', `There is no asset ${id}. Search for it to find its id.`);
      return { ...asset, fields: assets.listFields(id) };
    },
    listByIds: assets.listByIds,
  };
}
