import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { outcomeKind } from './outcome-kind.ts';

export function OutcomePage() {
  return <DeskRecordPage kind={outcomeKind} />;
}
