import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { customFieldKind } from './custom-field-kind.ts';

export function CustomFieldPage() {
  return <DeskRecordPage kind={customFieldKind} />;
}
