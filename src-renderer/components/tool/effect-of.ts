import type { ToolFactsView } from '../../../src-shared/api/tools.ts';
import type { CallSummary } from '../../../src-shared/api/call-view.ts';

export function effectOf({
  kind,
  annotations,
}: Pick<ToolFactsView, 'kind' | 'annotations'>): NonNullable<CallSummary['effect']> {
  if (kind === 'read') return 'read';
  return annotations.destructiveHint ? 'destructive' : 'write';
}
