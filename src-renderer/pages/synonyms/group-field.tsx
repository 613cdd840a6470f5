import { Textarea } from '@mantine/core';
import { useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { parseGroup, toLine, type Group } from './group-line.ts';

interface Props {
  readonly words: Group;
  readonly problem: string | undefined;
  readonly onChange: (words: Group) => void;
  /** Enter, when nothing is wrong. */
  readonly onDone: () => void;
  readonly onLeave: () => void;
  /** Several lines were pasted, which are several groups. */
  readonly onPasteLines: (text: string) => void;
  readonly enterDoes: string;
  readonly handle: Ref<HTMLTextAreaElement>;
}

/** One group as a line of text. What is wrong with it is said once somebody has left it or pressed Enter. */
export function GroupField(props: Props) {
  const { words, problem, onChange, onDone, onLeave, onPasteLines, enterDoes, handle } = props;
  const [typed, setTyped] = useState(toLine(words));
  const [isTold, setTold] = useState(problem !== undefined);
  // Commas and spaces that say nothing yet are kept as they are typed; what changed elsewhere is shown.
  const text = toLine(parseGroup(typed)) === toLine(words) ? typed : toLine(words);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onLeave();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setTold(problem !== undefined);
    if (problem === undefined && words.length > 0) onDone();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (words.length > 0 || pasted.trim().split(/[\r\n]+/).length < 2) return;
    event.preventDefault();
    onPasteLines(pasted);
  };
  return (
    <Textarea
      ref={handle}
      label="Words that mean the same"
      description={`Separate them by commas. ${enterDoes}`}
      placeholder="laptop, notebook"
      minRows={2}
      value={text}
      error={isTold ? problem : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(parseGroup(event.currentTarget.value));
      }}
      onBlur={() => setTold(problem !== undefined)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
    />
  );
}
