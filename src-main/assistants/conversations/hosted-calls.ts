import type { StoredCall } from '../../db/repositories/activity-repository.ts';
import type { HostedEndpoint } from '../hosted/reach-endpoint.ts';
import type { LiveTurn } from './live-turn.ts';
import type { ToolAccess } from './tool-access.ts';

/**
 * Which calls of the activity log are those that a model's server says it made. They come through the endpoint in the
 * order in which they are made, so that the first of a tool is the first that is told of.
 */
export function createHostedCalls(turn: LiveTurn, { claimCall, open }: Pick<ToolAccess, 'claimCall' | 'open'>) {
  const made: StoredCall[] = [];

  const match = (): void => {
    const unknown = turn.items.filter(({ facts }) => facts.by === 'hosted' && facts.callId === undefined);
    if (made.length === 0 || unknown.length === 0) return;
    turn.flush();
    for (const item of unknown) {
      const { tool } = item.facts;
      if (!['done', 'failed', 'running'].includes(item.state ?? '')) continue;
      const index = made.findIndex((call) => call.tool === tool);
      const [call] = index === -1 ? [] : made.splice(index, 1);
      const claimed = call && claimCall(call.id, item.id);
      if (claimed === undefined) continue;
      const { callId, milliseconds, changed } = claimed;
      item.facts = {
        ...item.facts,
        ...(callId !== undefined && { callId }),
        ...(milliseconds !== undefined && { milliseconds }),
        ...(changed !== undefined && { changed }),
      };
      turn.changed(item);
    }
    turn.flush();
  };

  /** What the tools are called and what they do, as far as the endpoint offers them. */
  const describe = (): void => {
    const { tools } = open(turn.setup);
    for (const item of turn.items) {
      if (item.facts.by !== 'hosted' || item.facts.title !== undefined) continue;
      const tool = tools.get(item.facts.tool ?? '');
      if (tool === undefined) continue;
      item.facts = { ...item.facts, title: tool.title, effect: tool.effect };
      turn.changed(item);
    }
  };

  return {
    written: (call: StoredCall): void => void made.push(call),
    /** The same endpoint, at whose end the calls are known. */
    watch: (endpoint: HostedEndpoint): HostedEndpoint => ({
      ...endpoint,
      end() {
        endpoint.end();
        describe();
        match();
      },
    }),
  };
}
