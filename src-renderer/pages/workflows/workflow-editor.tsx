import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { WorkflowRecord } from '../../../src-shared/api/workflows.ts';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { ListPage } from '../../components/list-page.tsx';
import { Traces } from '../../components/record/traces.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { Diagram } from './diagram.tsx';
import { StepFields } from './step-fields.tsx';
import { StepsForm } from './steps-form.tsx';
import { useWorkflow } from './use-workflow.ts';
import { WorkflowHeader } from './workflow-header.tsx';
import { WorkflowNote } from './workflow-note.tsx';
import { WorkflowTools } from './workflow-tools.tsx';
import { addStep } from './workflow-edits.ts';
import classes from './workflows.module.css';

const urlDefaults = { tab: 'diagram', step: undefined } as const;
const faces = ['diagram', 'steps', 'changes'] as const;
const labels = { name: 'Name', steps: 'Steps' };

export function WorkflowEditor({ workflow }: { readonly workflow: WorkflowRecord }) {
  const edited = useWorkflow(workflow);
  const { definition, change, draft, saving, valid } = edited;
  const [url, setUrl] = useUrlState(urlDefaults);
  const [focus, setFocus] = useState(0);
  const face = faces.find((each) => each === url.tab) ?? 'diagram';
  const step = definition.steps.find(({ key }) => key === url.step);
  const select = (key: string | undefined): void => setUrl({ step: key }, { replace: true });
  const showStep = (key: string): void => {
    setFocus(focus + 1);
    select(key);
  };
  const add = (): void => {
    const { definition: next, key } = addStep(definition);
    change(next);
    setFocus(focus + 1);
    setUrl({ step: key, tab: face === 'changes' ? 'diagram' : face }, { replace: true });
  };

  return (
    <Tabs
      className={classes['tabs'] ?? ''}
      value={face}
      onChange={(tab) => setUrl({ tab: tab ?? 'diagram' }, { replace: true })}
    >
      <ListPage
        header={<WorkflowHeader workflow={workflow} />}
        filters={
          <div className={classes['bar']}>
            <Tabs.List>
              <Tabs.Tab value="diagram">Diagram</Tabs.Tab>
              <Tabs.Tab value="steps">Steps</Tabs.Tab>
              <Tabs.Tab value="changes">Changes</Tabs.Tab>
            </Tabs.List>
            {face !== 'changes' && <WorkflowTools edited={edited} onAdd={add} onStep={showStep} />}
          </div>
        }
        table={
          <>
            <Tabs.Panel value="diagram" className={classes['diagram-face'] ?? ''}>
              <Diagram edited={edited} selected={step?.key} asked={focus} onSelect={select} />
            </Tabs.Panel>
            <Tabs.Panel value="steps" className={classes['form-face'] ?? ''} tabIndex={0}>
              <StepsForm edited={edited} shown={step?.key} focus={focus} />
            </Tabs.Panel>
            <Tabs.Panel value="changes" className={classes['face'] ?? ''} tabIndex={0}>
              <Traces kind="workflow" id={workflow.id} />
            </Tabs.Panel>
          </>
        }
        panel={
          face === 'diagram' &&
          step !== undefined && (
            <SidePanel label="Step" title={step.name} onClose={() => select(undefined)}>
              <StepFields
                key={step.key}
                edited={edited}
                step={step}
                focus={focus}
                onRemoved={() => select(undefined)}
              />
            </SidePanel>
          )
        }
        foot={
          <SaveBar
            draft={draft}
            saving={saving}
            labels={labels}
            valid={valid}
            note={<WorkflowNote edited={edited} />}
          />
        }
      />
    </Tabs>
  );
}
