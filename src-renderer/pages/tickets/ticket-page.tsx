import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { ticketKind } from './ticket-kind.tsx';

export function TicketPage() {
  return <DeskRecordPage kind={ticketKind} />;
}
