import { describeEffects } from './describe-effects.ts';
import type { EditedWorkflow } from './use-workflow.ts';
import classes from './workflows.module.css';

/** What keeps the workflow from being saved, or else what saving means for tickets. */
export function WorkflowNote({ edited }: { readonly edited: EditedWorkflow }) {
  const { definition, saved, openOnSteps, issues } = edited;
  const errors = issues.filter(({ severity }) => severity === 'error').map(({ sentence }) => sentence);
  const sentences = errors.length > 0 ? errors : describeEffects(saved, definition, openOnSteps);
  return (
    <ul className={classes['effects']}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
