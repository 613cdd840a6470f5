import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeWindow, type Rectangle } from '../../src-main/entry/electron/place-window.ts';

const laptop: Rectangle = { x: 0, y: 0, width: 1440, height: 860 };
const second: Rectangle = { x: 1440, y: -200, width: 2560, height: 1400 };

test('a window opens where it was, on either display', () => {
  for (const saved of [
    { x: 100, y: 50, width: 1000, height: 700 },
    { x: 1600, y: -100, width: 2000, height: 1200 },
  ]) {
    expect(placeWindow(saved, [laptop, second])).toEqual(saved);
  }
});

test('a window whose display is gone opens in the middle of the first one, as large as fits', () => {
  expect(placeWindow({ x: 1600, y: -100, width: 2000, height: 800 }, [laptop])).toEqual({
    x: 0,
    y: 30,
    width: 1440,
    height: 800,
  });
});

test('wherever a window was, its title bar can be gripped', () => {
  const rectangle = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 100, max: 6000 }),
    height: fc.integer({ min: 100, max: 4000 }),
  });
  fc.assert(
    fc.property(fc.option(rectangle, { nil: undefined }), (saved) => {
      const { x, y, width } = placeWindow(saved, [laptop, second]);
      const visible = [laptop, second].some(
        (area) =>
          Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 100 &&
          y >= area.y - 20 &&
          y <= area.y + area.height - 40,
      );
      expect(visible).toBe(true);
    }),
  );
});
