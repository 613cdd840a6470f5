import { SegmentedControl } from '@mantine/core';
import { usePageKeys } from '../use-page-keys.ts';
import { JsonText } from '../json/json-text.tsx';
import { ReadableResult } from './readable-result.tsx';
import { useResultFace, type ResultFace } from './result-face.ts';
import classes from './result.module.css';

interface Props {
  /** What a tool answered; JSON of any shape. */
  readonly value?: unknown;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

const faces = [
  { value: 'readable', label: 'Readable' },
  { value: 'json', label: 'JSON' },
];

/** A tool's answer in two faces, readable and JSON. `V` switches. */
export function ResultView({ value, error }: Props) {
  const { face, show } = useResultFace();
  // From what is drawn, so that two of them on a page switch together.
  usePageKeys([['v', () => show(face === 'json' ? 'readable' : 'json')]]);
  return (
    <div className={classes['result']}>
      <div className={classes['faces']}>
        <SegmentedControl
          aria-label="How the result is shown"
          data={faces}
          value={face}
          onChange={(chosen) => show(chosen as ResultFace)}
        />
        <span className={classes['dim']}>V switches</span>
      </div>
      {face === 'json' ? (
        <JsonText value={error === undefined ? value : { isError: true, ...error }} label="the result" />
      ) : error === undefined ? (
        <ReadableResult value={value} />
      ) : (
        <div className={classes['error']} role="group" aria-label="Error result">
          <strong className="mono">{error.code}</strong>
          <p className="foreign">{error.message}</p>
        </div>
      )}
    </div>
  );
}
