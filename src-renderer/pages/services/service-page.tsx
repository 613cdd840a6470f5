import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { serviceKind } from './service-kind.ts';

export function ServicePage() {
  return <DeskRecordPage kind={serviceKind} />;
}
