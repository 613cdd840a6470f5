import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { ticketTypeKind } from './ticket-type-kind.ts';

export function TicketTypePage() {
  return <DeskRecordPage kind={ticketTypeKind} />;
}
