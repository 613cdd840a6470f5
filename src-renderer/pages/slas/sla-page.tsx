import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { slaKind } from './sla-kind.ts';

export function SlaPage() {
  return <DeskRecordPage kind={slaKind} />;
}
