import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDistrust, listSocketPaths, prepareSocketPath } from '../../src-main/http/socket-path.ts';

describe.skipIf(process.platform === 'win32')('the path of the socket', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'socket-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lies in a folder that is made for this account alone', () => {
    const runtime = join(root, 'runtime');
    expect(prepareSocketPath({ folder: root, runtimeFolders: [runtime] })).toMatch(/\/runtime\/[0-9a-f]{24}\.sock$/);
    expect(findDistrust(runtime)).toBeUndefined();
  });

  it('is the same for every way to the data folder', () => {
    symlinkSync(root, join(root, 'way'));
    const [one, other] = [root, join(root, 'way')].map((folder) => listSocketPaths({ folder, runtimeFolders: ['/r'] }));
    expect(one).toEqual(other);
  });

  it('is never in a folder that is open to others or only linked to', () => {
    const open = join(root, 'open');
    mkdirSync(open);
    chmodSync(open, 0o755);
    const linked = join(root, 'linked');
    mkdirSync(join(root, 'private'), { mode: 0o700 });
    symlinkSync(join(root, 'private'), linked);
    expect(findDistrust(open)).toBe('is open to other accounts');
    expect(findDistrust(linked)).toBe('is not a folder');
    expect(() => prepareSocketPath({ folder: root, runtimeFolders: [open, linked] })).toThrow('XDG_RUNTIME_DIR');
  });

  it('is left out where it would be longer than the kernel allows', () => {
    const long = join(root, 'x'.repeat(100));
    expect(listSocketPaths({ folder: root, runtimeFolders: [long, '/tmp/short'] })).toHaveLength(1);
  });
});
