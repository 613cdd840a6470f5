import { useElementSize } from '@mantine/hooks';
import type { Edge, Node, ReactFlowInstance, Viewport } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';

/** How the whole diagram is brought into sight. */
export const fitting = { padding: 0.06, maxZoom: 1 };

/**
 * Keeps the whole diagram in sight while nobody has chosen another view, however many steps there are and however large the
 * window is. `shown` is brought into the middle each time that `asked` rises.
 */
export function useFitting<Shown extends Node>(count: number, shown: string | undefined, asked: number) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const [flow, setFlow] = useState<ReactFlowInstance<Shown, Edge>>();
  const moved = useRef(false);
  const from = useRef<Viewport>(undefined);

  useEffect(() => {
    if (flow === undefined || moved.current || width === 0 || height === 0) return;
    const frame = requestAnimationFrame(() => void flow.fitView(fitting));
    return () => cancelAnimationFrame(frame);
  }, [flow, count, width, height]);

  useEffect(() => {
    if (flow === undefined || asked === 0 || shown === undefined || !moved.current) return;
    const frame = requestAnimationFrame(() => {
      const zoom = flow.getZoom();
      void flow.fitView({ nodes: [{ id: shown }], minZoom: zoom, maxZoom: zoom });
    });
    return () => cancelAnimationFrame(frame);
  }, [flow, shown, asked]);

  return {
    ref,
    onInit: setFlow,
    onMoveStart: (_: unknown, view: Viewport): void => void (from.current = view),
    /** A view that somebody chose stays; a mere click is none. */
    onMoveEnd: (event: MouseEvent | TouchEvent | null, { x, y, zoom }: Viewport): void => {
      const { current } = from;
      if (event !== null && (x !== current?.x || y !== current.y || zoom !== current.zoom)) moved.current = true;
    },
    onFitView: (): void => void (moved.current = false),
  };
}
