import { DeskRecordPage } from '../../components/desk/desk-record-page.tsx';
import { articleKind } from './article-kind.ts';

export function ArticlePage() {
  return <DeskRecordPage kind={articleKind} />;
}
