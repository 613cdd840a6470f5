import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import classes from './text.module.css';

const lineHeight = 18;
const longestLine = 96;

/** Any amount of text, of which the lines in sight alone are drawn; long lines go on in the next. */
export function LineList({ text, label }: { readonly text: string; readonly label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split('\n').flatMap(cutLine), [text]);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are used while rendering and passed to nobody
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
    useFlushSync: false,
  });
  return (
    <div ref={scroller} className={classes['lines']} tabIndex={0} role="group" aria-label={label}>
      <div style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className={classes['text-line']} style={{ transform: `translateY(${start}px)` }}>
            {lines[index]}
          </div>
        ))}
      </div>
    </div>
  );
}

function cutLine(line: string): string[] {
  if (line.length <= longestLine) return [line];
  const count = Math.ceil(line.length / longestLine);
  return Array.from({ length: count }, (_, index) => line.slice(index * longestLine, (index + 1) * longestLine));
}
