import { lazy, Suspense } from 'react';
import type { CodeMirrorEditor } from './code-mirror-editor.tsx';
import classes from './json.module.css';

const Editor = lazy(async () => ({ default: (await import('./code-mirror-editor.tsx')).CodeMirrorEditor }));

/** Edits JSON as text. The editor is a chunk of its own: most pages need none. */
export function JsonEditor(props: Parameters<typeof CodeMirrorEditor>[0]) {
  return (
    <div className={classes['editor']} data-small={props.small}>
      <Suspense>
        <Editor {...props} />
      </Suspense>
    </div>
  );
}
