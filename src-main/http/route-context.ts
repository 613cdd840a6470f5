import type { Access } from '../access/create-access.ts';
import type { Inspection } from '../db/inspect-database.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import type { createActivityRepository } from '../db/repositories/activity-repository.ts';
import type { Endpoints } from '../domain/configuration/endpoints.ts';
import type { CallTool } from '../mcp/call-tool.ts';
import type { Ports } from '../ports.ts';
import type { Catalogues } from '../tools/catalogue.ts';
import type { SystemTool } from '../tools/define-tool.ts';

/** What the doors need of the core that compose() builds. */
export interface DoorCore {
  readonly config: { readonly folder: string };
  readonly ports: Ports;
  readonly database: WorkbenchDatabase;
  readonly access: Access;
  readonly endpoints: Endpoints;
  readonly tools: readonly SystemTool[];
  readonly catalogues: Catalogues;
  readonly callTool: CallTool;
  readonly activity: Pick<ReturnType<typeof createActivityRepository>, 'list'>;
}

/** Where this process is reached, while it listens. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly openSessions: number;
}

/** What every route is given. */
export interface RouteContext {
  readonly core: DoorCore;
  readonly inspection: Inspection;
  /** Undefined in a process that carries out one command and listens to nothing. */
  readonly serving: () => Serving | undefined;
  /** Who changes configuration through this door, as written beside each version. */
  readonly actor: string;
}
