import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findElectron } from '../../src-main/entry/find-electron.mjs';

describe('whether npm start opens a window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'electron-'));
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(folder, name), '');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const withRuntime = { ELECTRON_OVERRIDE_DIST_PATH: folder };

  test('with a runtime and a display it does', () => {
    for (const display of [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }]) {
      const found = findElectron({ env: { ...withRuntime, ...display }, platform: 'linux', uid: 1000 });
      expect(found).toEqual({ executable: join(folder, 'electron') });
    }
    const onWindows = findElectron({ env: withRuntime, platform: 'win32', uid: undefined });
    expect(onWindows).toEqual({ executable: join(folder, 'electron.exe') });
  });

  test('without a runtime the obstacle names the command that fetches one', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nothing-here'), DISPLAY: ':0' };
    const found = findElectron({ env, platform: 'linux', uid: 1000 });
    expect(found).toEqual({ obstacle: expect.stringContaining('npx install-electron') as string });
  });

  test('without a display, or as root, it does not', () => {
    expect(findElectron({ env: withRuntime, platform: 'linux', uid: 1000 })).toEqual({
      obstacle: expect.stringContaining('display') as string,
    });
    expect(findElectron({ env: { ...withRuntime, DISPLAY: ':0' }, platform: 'linux', uid: 0 })).toEqual({
      obstacle: expect.stringContaining('root') as string,
    });
  });
});
