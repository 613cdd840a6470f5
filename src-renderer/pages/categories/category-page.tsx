import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { categoryKind } from './category-kind.ts';

export function CategoryPage() {
  return <DeskRecordPage kind={categoryKind} />;
}
