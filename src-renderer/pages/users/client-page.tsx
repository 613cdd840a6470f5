import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { clientKind } from './client-kind.ts';

export function ClientPage() {
  return <DeskRecordPage kind={clientKind} />;
}
