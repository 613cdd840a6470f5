import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { templateKind } from './template-kind.ts';

export function TemplatePage() {
  return <DeskRecordPage kind={templateKind} />;
}
