import type { CallItem } from '../../../../src-shared/api/conversations.ts';
import { JsonText } from '../../../components/json/json-text.tsx';
import { CutText } from '../text/cut-text.tsx';
import { parseJson } from '../text/parse-json.ts';
import type { WholeTextOf } from '../text/whole-text.tsx';

interface Props extends WholeTextOf {
  readonly text: CallItem['arguments'];
}

/** JSON on lines of its own; as it came where it is none, or only its beginning is here. */
export function CallText({ text, ...of }: Props) {
  const value = text.text.length < text.length ? undefined : parseJson(text.text);
  if (value === undefined) return <CutText {...of} {...text} />;
  return <JsonText value={value} label={of.label} />;
}
