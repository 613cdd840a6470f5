import { json } from '@codemirror/lang-json';
import { useComputedColorScheme, useMantineStyleNonce } from '@mantine/core';
import CodeMirror, { EditorView, keymap, Prec } from '@uiw/react-codemirror';
import { useMemo } from 'react';

interface Props {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  /** For one value among others. */
  readonly small?: true;
}

const setup = {
  lineNumbers: false,
  foldGutter: false,
  highlightActiveLine: false,
  highlightActiveLineGutter: false,
  autocompletion: false,
} as const;

const look = EditorView.theme({
  '&': { fontSize: '12px', backgroundColor: 'var(--mantine-color-body)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)' },
});

export function CodeMirrorEditor({ value, onChange, label, small }: Props) {
  const scheme = useComputedColorScheme();
  const nonce = useMantineStyleNonce();
  const extensions = useMemo(
    () => [
      json(),
      // Over the editor's own themes, whose dark surface leaves too little contrast.
      Prec.highest(look),
      EditorView.lineWrapping,
      EditorView.cspNonce.of(nonce?.() ?? ''),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      // Ctrl+Enter runs; the editor itself would begin a line.
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => true }])),
    ],
    [label, nonce],
  );
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      theme={scheme}
      extensions={extensions}
      basicSetup={setup}
      // Tab leaves the editor, so that nobody is caught in it.
      indentWithTab={false}
      minHeight={small === true ? '60px' : '160px'}
      maxHeight={small === true ? '240px' : '480px'}
    />
  );
}
