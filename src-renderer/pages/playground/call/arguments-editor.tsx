import { JsonEditor } from '../../../components/json/json-editor.tsx';
import type { EditedArguments } from './use-edited-arguments.ts';
import classes from './call.module.css';

export function ArgumentsEditor({ tool, edited }: { readonly tool: string; readonly edited: EditedArguments }) {
  if (!edited.ready) return null;
  return (
    <>
      <JsonEditor small label={`Arguments of ${tool}`} value={edited.text} onChange={edited.set} />
      <div role="status" className={classes['problem']}>
        {edited.problem}
      </div>
    </>
  );
}
