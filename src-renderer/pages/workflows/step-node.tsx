import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { RotateCcw } from 'lucide-react';
import type { WorkflowStep } from '../../../src-shared/domain/workflow-definition.ts';
import { formatNumber } from '../../components/format-number.ts';
import type { EditedWorkflow } from './use-workflow.ts';
import classes from './diagram.module.css';

export type StepNodeType = Node<
  {
    readonly step: WorkflowStep;
    readonly outcomes: EditedWorkflow['outcomes'];
    readonly open: number;
    /** The worst of what is wrong with it. */
    readonly issue: 'error' | 'warning' | undefined;
  },
  'step'
>;

/** A step with a row for each action; an action's line begins at its row. */
export function StepNode({ data: { step, outcomes, open, issue }, selected }: NodeProps<StepNodeType>) {
  const { key, name, isStart, isEnd, isReopening, offers } = step;
  const marks = [isStart ? 'Start' : '', isEnd ? 'End' : '', isReopening ? 'Reopened' : ''].filter(
    (word) => word !== '',
  );
  return (
    <div
      className={classes['node']}
      data-selected={selected || undefined}
      data-issue={issue}
      data-end={isEnd || undefined}
    >
      <Handle
        type="target"
        id="in"
        position={Position.Left}
        isConnectableStart={false}
        className={classes['in'] ?? ''}
      />
      <div className={classes['head']}>
        <span className="one-line" title={name}>
          {name}
        </span>
        <span className={classes['sub']}>
          {marks.map((word) => (
            <span key={word} className={classes['mark']}>
              {word}
            </span>
          ))}
          <span>{open > 0 ? `${formatNumber(open)} open` : ''}</span>
        </span>
      </div>
      {offers.length > 0 && (
        <ul className={classes['rows']}>
          {offers.map(({ outcomeId, to }) => {
            const outcome = outcomes.get(outcomeId);
            const isLoop = to === undefined || to === key;
            return (
              <li
                key={outcomeId}
                data-user={outcome?.forAgents === false || undefined}
                data-inactive={outcome?.inactive || undefined}
              >
                <span className="one-line" title={outcome?.name}>
                  {outcome?.name ?? `Action ${outcomeId}`}
                </span>
                {isLoop && <RotateCcw size={11} aria-label="stays on this step" role="img" />}
                <Handle
                  type="source"
                  id={String(outcomeId)}
                  position={Position.Right}
                  isConnectableEnd={false}
                  className={classes['out'] ?? ''}
                  data-free={isLoop || undefined}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
