import type { EndpointSettings } from '../../src-shared/domain/endpoint-settings.ts';
import type { Desk } from '../domain/desk.ts';
import type { AbilityMaterial } from './ability-material.ts';
import { buildCustomTool } from './build-custom-tool.ts';
import { columnsOf } from './choose-tools.ts';
import type { SystemTool, Tool } from './define-tool.ts';
import type { CustomUse } from './define-use.ts';

export interface EndpointTools {
  readonly uses: readonly CustomUse[];
  /** Every tool that an endpoint with these settings has, chosen or not: the built-in ones, then its custom ones. */
  of(settings: EndpointSettings): readonly Tool[];
  /** Counts the changes of the desk that custom tools may have been made of; `of` is the same for one value of it. */
  version(): number;
  /** Calls the listener after each of them. Returns how to stop. */
  onChange(listener: () => void): () => void;
}

interface Sources {
  readonly systemTools: readonly SystemTool[];
  readonly uses: readonly CustomUse[];
  readonly desk: Pick<Desk, 'toolMaterial'>;
  readonly abilities: AbilityMaterial;
  /** Calls the listener after each commit that may have changed what custom tools are made of. */
  readonly onMaterialChange: (listener: () => void) => void;
}

/** The tools of endpoints. Custom ones follow the desk: a type, template or action that goes takes its tools with it. */
export function createEndpointTools(sources: Sources): EndpointTools {
  const { systemTools, uses, desk, abilities, onMaterialChange } = sources;
  const listeners = new Set<() => void>();
  let version = 0;
  let built = new WeakMap<EndpointSettings, readonly Tool[]>();

  onMaterialChange(() => {
    version += 1;
    built = new WeakMap();
    for (const listener of listeners) listener();
  });

  const build = (settings: EndpointSettings): readonly Tool[] => {
    const { customTools, limits, type } = settings;
    const context = { material: desk.toolMaterial, abilities, limits, columns: columnsOf(type) };
    return [...systemTools, ...customTools.map((each) => buildCustomTool(each, uses, context))];
  };

  return {
    uses,
    version: () => version,
    of(settings) {
      if (settings.customTools.length === 0) return systemTools;
      const known = built.get(settings) ?? build(settings);
      built.set(settings, known);
      return known;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
