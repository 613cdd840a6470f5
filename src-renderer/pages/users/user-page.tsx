import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { userKind } from './user-kind.ts';

export function UserPage() {
  return <DeskRecordPage kind={userKind} />;
}
