import type { Access } from '../access/create-access.ts';
import type { Abilities } from '../assistants/abilities/create-abilities.ts';
import type { Connections } from '../assistants/connections/create-connections.ts';
import type { Conversations } from '../assistants/conversations/create-conversations.ts';
import type { OpenEndpoint } from '../assistants/hosted/open-endpoint.ts';
import type { Responses } from '../assistants/responses/create-responses.ts';
import type { Inspection } from '../db/inspect-database.ts';
import type { WorkbenchDatabase } from '../db/open-database.ts';
import type { DeskReads } from '../db/readers/desk-reads.ts';
import type { ReaderPool } from '../db/readers/reader-pool.ts';
import type { ActivityRepository } from '../db/repositories/activity-repository.ts';
import type { ChangeRepository } from '../db/repositories/change-repository.ts';
import type { SetterRepository } from '../db/repositories/setter-repository.ts';
import type { Desk } from '../domain/desk.ts';
import type { Endpoints } from '../domain/configuration/endpoints.ts';
import type { Settings } from '../domain/configuration/settings.ts';
import type { SynonymList } from '../domain/configuration/synonyms.ts';
import type { CallTool } from '../mcp/call-tool.ts';
import type { PreviewCall } from '../mcp/preview-call.ts';
import type { Presence } from '../mcp/presence.ts';
import type { Imports } from '../importing/create-imports.ts';
import type { Ports } from '../ports.ts';
import type { Search } from '../search/search.ts';
import type { Catalogues } from '../tools/catalogue.ts';
import type { SystemTool } from '../tools/define-tool.ts';
import type { EndpointTools } from '../tools/endpoint-tools.ts';
import type { EventHub } from './events/event-hub.ts';
import type { PublicAddress } from './public-address.ts';

/** What the doors need of the core that compose() builds. */
export interface DoorCore {
  readonly config: { readonly folder: string };
  readonly ports: Ports;
  readonly database: WorkbenchDatabase;
  readonly desk: Desk;
  readonly deskReads: DeskReads;
  readonly search: Search;
  readonly access: Access;
  readonly endpoints: Endpoints;
  /** The built-in tools. */
  readonly tools: readonly SystemTool[];
  readonly endpointTools: EndpointTools;
  readonly catalogues: Catalogues;
  readonly callTool: CallTool;
  readonly previewCall: PreviewCall;
  readonly settings: Settings;
  readonly synonyms: SynonymList;
  readonly activity: ActivityRepository;
  readonly changes: ChangeRepository;
  readonly setters: SetterRepository;
  readonly readers: Pick<ReaderPool, 'run'>;
  readonly presence: Presence;
  readonly imports: Imports;
  readonly responses: Responses;
  readonly openEndpoint: OpenEndpoint;
  readonly connections: Connections;
  readonly conversations: Conversations;
  readonly abilities: Abilities;
  readonly publicAddress: PublicAddress;
  readonly events: EventHub;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

/** Where this process is reached, while it listens. */
export interface Serving {
  readonly url: string;
  readonly port: number;
  readonly openSessions: number;
}

/** A link by which a page in a browser signs in; `expiresAt` in epoch milliseconds. */
export interface SignInLink {
  readonly url: string;
  readonly expiresAt: number;
}

/** What every route is given. */
export interface RouteContext {
  readonly core: DoorCore;
  readonly inspection: Inspection;
  /** Undefined in a process that carries out one command and listens to nothing. */
  readonly serving: () => Serving | undefined;
  /** Who changes configuration through this door, as written beside each version. */
  readonly actor: string;
  /** Whether files of this machine may be named: by commands, which could read them as well. */
  readonly mayOpenFiles?: boolean;
  /** Only for those who come through the owner's socket: a page that is signed in lets nobody else in. */
  readonly createSignInLink?: () => SignInLink;
}
