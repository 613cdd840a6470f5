export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallest = { width: 800, height: 560 };
const preferred = { width: 1360, height: 880 };

/** So much of the title bar has to be on a display for a person to be able to drag the window. */
const grip = { width: 120, height: 40 };

/**
 * Where the window opens: where it was when that is still on a display, otherwise in the middle of the first one. The
 * work areas are those of the displays, the primary one first.
 */
export function placeWindow(saved: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle {
  for (const area of workAreas) {
    if (saved === undefined) break;
    const fitted = { ...saved, ...fit(saved, area) };
    if (canBeGripped(fitted, area)) return fitted;
  }
  const [area = { x: 0, y: 0, ...preferred }] = workAreas;
  const { width, height } = fit(saved ?? preferred, area);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { x, y, width, height };
}

function fit(
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
  area: Rectangle,
): { width: number; height: number } {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) };
}

function canBeGripped(window: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return (
    visible >= grip.width && window.y >= area.y - grip.height / 2 && window.y <= area.y + area.height - grip.height
  );
}
