import type { AssetRecord } from '../../../src-shared/api/assets.ts';
import { api } from '../../api/client.ts';
import type { DeskKind } from '../../components/desk/desk-kind.ts';
import { AssetDetails } from './asset-details.tsx';
import { assetForm, type AssetValues } from './asset-form.tsx';

export const assetKind: DeskKind<AssetRecord, AssetValues> = {
  kind: 'asset',
  one: 'Asset',
  many: 'Assets',
  list: 'Assets',
  path: '/assets',
  query: (id) => api.assets.get.queryOptions({ input: { id } }),
  titleOf: ({ tag, manufacturer, model }) => `${tag} ${manufacturer} ${model}`.trim(),
  Details: AssetDetails,
  form: assetForm,
};
