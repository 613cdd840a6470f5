import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { assetKind } from './asset-kind.ts';

export function AssetPage() {
  return <DeskRecordPage kind={assetKind} />;
}
