import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { agentKind } from './agent-kind.ts';

export function AgentPage() {
  return <DeskRecordPage kind={agentKind} />;
}
