import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseDataFolder, listRuntimeFolders, type Surroundings } from '../../src-main/config/places.ts';

const linux: Surroundings = { env: {}, platform: 'linux', home: '/home/ada', temporary: '/tmp', uid: 1000 };

describe('the data folder', () => {
  it('is where the platform keeps the data of programs', () => {
    expect(chooseDataFolder(undefined, linux)).toBe('/home/ada/.local/share/halo-mcp-workbench');
    const env = { XDG_DATA_HOME: '/data' };
    expect(chooseDataFolder(undefined, { ...linux, env })).toBe('/data/halo-mcp-workbench');
    expect(chooseDataFolder(undefined, { ...linux, platform: 'darwin', home: '/Users/ada' })).toBe(
      '/Users/ada/Library/Application Support/halo-mcp-workbench',
    );
    const roaming = { ...linux, platform: 'win32' as const, env: { APPDATA: 'C:\\Roaming' } };
    expect(chooseDataFolder(undefined, roaming)).toBe(join('C:\\Roaming', 'halo-mcp-workbench'));
  });

  it('is the one that is named, by option before variable', () => {
    const env = { HALO_MCP_WORKBENCH_DATA: '/from/env', XDG_DATA_HOME: '/data' };
    expect(chooseDataFolder('/given', { ...linux, env })).toBe('/given');
    expect(chooseDataFolder(undefined, { ...linux, env })).toBe('/from/env');
  });

  it('ignores variables that are empty or relative', () => {
    const env = { HALO_MCP_WORKBENCH_DATA: '', XDG_DATA_HOME: 'data' };
    expect(chooseDataFolder(undefined, { ...linux, env })).toBe('/home/ada/.local/share/halo-mcp-workbench');
  });
});

describe('the runtime folders', () => {
  it('are the session folder first and one in the temporary folder last', () => {
    const env = { XDG_RUNTIME_DIR: '/run/user/1000' };
    const expected = ['/run/user/1000/halo-mcp-workbench', '/tmp/halo-mcp-workbench-1000'];
    expect(listRuntimeFolders({ ...linux, env })).toEqual(expected);
    expect(listRuntimeFolders(linux)).toEqual(expected);
  });
});
