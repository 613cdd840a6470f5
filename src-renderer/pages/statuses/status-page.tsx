import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { statusKind } from './status-kind.ts';

export function StatusPage() {
  return <DeskRecordPage kind={statusKind} />;
}
