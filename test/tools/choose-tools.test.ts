import { describe, expect, it } from 'vitest';
import { endpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import { disableTool, enableAllTools, enableTool, isChosen } from '../../src-main/tools/choose-tools.ts';
import type { Offer, SystemTool } from '../../src-main/tools/define-tool.ts';

const defineTool = (name: string, offered: Offer, user: Offer = 'no'): SystemTool =>
  ({ name, offered: { default: offered, agent: offered, user } }) as unknown as SystemTool;

const tools = [
  defineTool('search_tickets', 'listed', 'listed'),
  defineTool('log_time', 'listed'),
  defineTool('get_my_tickets', 'no', 'listed'),
  defineTool('get_clients', 'extra'),
  { name: 'for_agents', offered: { default: 'no', agent: 'listed', user: 'no' } } as unknown as SystemTool,
];
const all = endpointSettings.parse({});
const chosen = (settings: typeof all): string[] =>
  tools.filter((tool) => isChosen(tool, settings)).map(({ name }) => name);

describe('choosing tools', () => {
  it('leaving one out of all keeps every other tool of each column', () => {
    const choice = disableTool('log_time', all, tools);
    expect(choice).toMatchObject({ includeAllSystemTools: false, tools: ['search_tickets', 'get_my_tickets'] });
    expect(choice.message).toContain('"Include all system tools" is off too');
  });

  it('a tool that is left out comes back without the others changing', () => {
    const without = { ...all, ...disableTool('log_time', all, tools) };
    expect(chosen({ ...all, ...enableTool('log_time', without, tools) })).toEqual(chosen(all));
  });

  it('a tool that is not part of all is added to it, and taken away again', () => {
    const added = { ...all, ...enableTool('get_clients', all, tools) };
    expect(added).toMatchObject({ includeAllSystemTools: true, tools: ['get_clients'] });
    expect(disableTool('get_clients', added, tools)).toMatchObject({ includeAllSystemTools: true, tools: [] });
  });

  it('all of them turns include-all back on and keeps what was added', () => {
    const picked = { ...all, includeAllSystemTools: false, tools: ['search_tickets', 'get_clients'] };
    expect(enableAllTools(picked, tools)).toMatchObject({ includeAllSystemTools: true, tools: ['get_clients'] });
  });

  it('what is so already changes nothing', () => {
    expect(enableTool('log_time', all, tools).changed).toBe(false);
    expect(disableTool('get_clients', all, tools).changed).toBe(false);
    expect(enableAllTools(all, tools).changed).toBe(false);
  });

  it('a tool of no column of the endpoint is refused', () => {
    expect(() => enableTool('for_agents', all, tools)).toThrow('cannot be offered on this endpoint');
  });

  it('an unknown name is refused with the names that may be meant', () => {
    expect(() => disableTool('serch_ticket', all, tools)).toThrow('Did you mean search_tickets');
  });
});
