import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { calendarKind } from './calendar-kind.ts';

export function CalendarPage() {
  return <DeskRecordPage kind={calendarKind} />;
}
