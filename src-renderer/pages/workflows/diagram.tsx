import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  Controls,
  type Edge,
  type FinalConnectionState,
  MarkerType,
  MiniMap,
  Position,
  ReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useMemo, useState } from 'react';
import { headHeight, layoutSteps, nodeWidth, offerHeight } from './layout-steps.ts';
import { StepNode, type StepNodeType } from './step-node.tsx';
import { fitting, useFitting } from './use-fitting.ts';
import type { EditedWorkflow } from './use-workflow.ts';
import { leadOffer, removeSteps } from './workflow-edits.ts';
import classes from './diagram.module.css';

interface Props {
  readonly edited: EditedWorkflow;
  readonly selected: string | undefined;
  /** Rises when the selected step is to be brought into sight. */
  readonly asked: number;
  readonly onSelect: (key: string | undefined) => void;
}

const nodeTypes = { step: StepNode };
const minimapSize = { width: 132, height: 88 };
const noAttribution = { hideAttribution: true };
const words = {
  'node.a11yDescription.default': 'Enter opens the step, Delete takes it away.',
  'node.a11yDescription.keyboardDisabled': 'Enter opens the step, Delete takes it away.',
  'edge.a11yDescription.default': 'Enter selects the line, Delete takes it away: the action then stays on its step.',
  'controls.ariaLabel': 'The view of the diagram',
  'minimap.ariaLabel': 'The whole diagram, small',
};

/** A workflow as steps and lines. A line is drawn from an action to the step that it leads to. */
export function Diagram({ edited, selected, asked, onSelect }: Props) {
  const { definition, change } = edited;
  const colorMode = useComputedColorScheme('light');
  const [line, setLine] = useState<string>();
  const { ref, onInit, onMoveStart, onMoveEnd, onFitView } = useFitting<StepNodeType>(
    definition.steps.length,
    selected,
    asked,
  );
  const nodes = useMemo(() => toNodes(edited, selected), [edited, selected]);
  const edges = useMemo(() => toEdges(edited, selected, line), [edited, selected, line]);

  const lead = (from: string, handle: string | null | undefined, to: string | undefined): void => {
    if (handle === null || handle === undefined) return;
    change(leadOffer(definition, from, Number(handle), to === from ? undefined : to));
  };
  const endConnection = (
    event: MouseEvent | TouchEvent,
    { fromNode, fromHandle, toNode }: FinalConnectionState,
  ): void => {
    const to = toNode?.id ?? findStepAt(event);
    if (fromNode !== null && fromHandle?.type === 'source' && to !== undefined) lead(fromNode.id, fromHandle.id, to);
  };

  return (
    <ReactFlow<StepNodeType, Edge>
      className={classes['diagram'] ?? ''}
      aria-label={`Diagram of ${definition.name}`}
      colorMode={colorMode}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      nodesDraggable={false}
      fitView
      fitViewOptions={fitting}
      minZoom={0.2}
      maxZoom={1.5}
      connectionRadius={30}
      deleteKeyCode={null}
      multiSelectionKeyCode={null}
      selectionKeyCode={null}
      ariaLabelConfig={words}
      proOptions={noAttribution}
      onNodesChange={(changes) => {
        for (const each of changes) if (each.type === 'select' && each.selected) onSelect(each.id);
      }}
      onEdgesChange={(changes) => {
        for (const each of changes) if (each.type === 'select') setLine(each.selected ? each.id : undefined);
      }}
      onPaneClick={() => {
        setLine(undefined);
        onSelect(undefined);
      }}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key !== 'Delete' && key !== 'Backspace') return;
        const id = target instanceof Element ? target.getAttribute('data-id') : null;
        const edge = edges.find((each) => each.id === id);
        if (edge !== undefined) lead(edge.source, edge.sourceHandle, undefined);
        else if (definition.steps.length > 1 && definition.steps.some((step) => step.key === id)) {
          change(removeSteps(definition, [id ?? '']));
          onSelect(undefined);
        } else return;
        currentTarget.focus();
      }}
      tabIndex={-1}
      ref={ref}
      onInit={onInit}
      onMoveStart={onMoveStart}
      onMoveEnd={onMoveEnd}
      onConnectEnd={endConnection}
      onReconnect={({ source, sourceHandle }, { target }) => lead(source, sourceHandle, target)}
    >
      <Background gap={24} />
      <MiniMap pannable zoomable className={classes['minimap'] ?? ''} style={minimapSize} />
      <Controls showInteractive={false} fitViewOptions={fitting} onFitView={onFitView} />
    </ReactFlow>
  );
}

/** A line may be let go anywhere on a step. */
function findStepAt(event: MouseEvent | TouchEvent): string | undefined {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  const element = point && document.elementFromPoint(point.clientX, point.clientY);
  return element?.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
}

function toNodes(
  { definition, outcomes, openOnSteps, issues }: EditedWorkflow,
  selected: string | undefined,
): StepNodeType[] {
  const places = layoutSteps(definition.steps);
  return definition.steps.map((step) => {
    const { x = 0, y = 0, height = headHeight } = places.get(step.key) ?? {};
    const own = issues.filter((issue) => issue.step === step.key);
    const size = { width: nodeWidth, height };
    return {
      id: step.key,
      type: 'step',
      position: { x, y },
      ...size,
      measured: size,
      selected: step.key === selected,
      ariaLabel: `Step ${step.name}`,
      data: {
        step,
        outcomes,
        open: openOnSteps[step.key] ?? 0,
        issue: (own.find(({ severity }) => severity === 'error') ?? own[0])?.severity,
      },
      handles: [
        { id: 'in', type: 'target', position: Position.Left, x: 0, y: headHeight / 2, width: 1, height: 1 },
        ...step.offers.map(({ outcomeId }, index) => ({
          ...{ id: String(outcomeId), type: 'source' as const, position: Position.Right, width: 1, height: 1 },
          ...{ x: nodeWidth, y: headHeight + (index + 0.5) * offerHeight },
        })),
      ],
    };
  });
}

function toEdges(
  { definition, outcomes }: EditedWorkflow,
  selected: string | undefined,
  line: string | undefined,
): Edge[] {
  return definition.steps.flatMap(({ key, name, offers }) =>
    offers.flatMap(({ outcomeId, to }) => {
      const target = definition.steps.find((step) => step.key === to);
      if (target === undefined || to === key) return [];
      const id = `${key} ${outcomeId}`;
      // What leads on from the open step stands out, what leads to it stays, and the rest steps back.
      const isFar = selected !== undefined && to !== selected;
      const side = line === id || key === selected ? 'near' : isFar ? 'far' : 'plain';
      return [
        {
          id,
          source: key,
          sourceHandle: String(outcomeId),
          target: target.key,
          targetHandle: 'in',
          selected: line === id,
          reconnectable: 'target' as const,
          className: classes[side] ?? '',
          ariaLabel: `${outcomes.get(outcomeId)?.name ?? outcomeId} leads from ${name} to ${target.name}`,
          markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: `var(--diagram-${side})` },
        },
      ];
    }),
  );
}
