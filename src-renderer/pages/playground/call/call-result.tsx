import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import { ResultView } from '../../../components/result/result-view.tsx';
import { CutText } from '../text/cut-text.tsx';
import { parseJson } from '../text/parse-json.ts';

interface Props {
  readonly itemId: number;
  readonly text: CallItem['arguments'];
}

/** A result to be read, or its beginning where it is too long to be here. */
export function CallResult({ itemId, text }: Props) {
  if (text.text.length < text.length) return <CutText itemId={itemId} of="result" {...text} label="the result" />;
  return <ResultView value={parseJson(text.text) ?? text.text} />;
}
