import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { priorityKind } from './priority-kind.ts';

export function PriorityPage() {
  return <DeskRecordPage kind={priorityKind} />;
}
