import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { teamKind } from './team-kind.ts';

export function TeamPage() {
  return <DeskRecordPage kind={teamKind} />;
}
