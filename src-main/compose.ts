import { defaultEndpointId } from '../src-shared/domain/endpoint-settings.ts';
import { createAccess, type Access } from './access/create-access.ts';
import { createSecretStore } from './access/secret-store/create-secret-store.ts';
import type { DataKeeper } from './access/secret-store/data-keeper.ts';
import { createKeyFileKeeper } from './access/secret-store/key-file.ts';
import { createAbilityList } from './assistants/abilities/ability-list.ts';
import { type Abilities, createAbilities } from './assistants/abilities/create-abilities.ts';
import { type Connections, createConnections } from './assistants/connections/create-connections.ts';
import { type Conversations, createConversations } from './assistants/conversations/create-conversations.ts';
import { createOpenEndpoint, type OpenEndpoint } from './assistants/hosted/open-endpoint.ts';
import { createReachEndpoint, type ReachEndpoint } from './assistants/hosted/reach-endpoint.ts';
import type { Patience } from './assistants/connections/watch-silence.ts';
import { decide } from './assistants/offline-model/decide.ts';
import { createResponses, type Responses } from './assistants/responses/create-responses.ts';
import type { Decide } from './assistants/responses/run-response.ts';
import { programVersion } from './config/program.ts';
import { openDatabase, type WorkbenchDatabase } from './db/open-database.ts';
import { acquireOwnerLock, type OwnerLock } from './db/owner-lock.ts';
import { createDeskReads, type DeskReads } from './db/readers/desk-reads.ts';
import { createReaderPool, type ReaderPool } from './db/readers/reader-pool.ts';
import { type ActivityRepository, createActivityRepository } from './db/repositories/activity-repository.ts';
import { type ChangeRepository, createChangeRepository } from './db/repositories/change-repository.ts';
import { toolMaterialTables } from './db/repositories/tool-material-repository.ts';
import { createSecretRepository } from './db/repositories/secret-repository.ts';
import { createSetterRepository, type SetterRepository } from './db/repositories/setter-repository.ts';
import { createConnectionList } from './domain/configuration/connections.ts';
import { onDefaultConnection } from './domain/configuration/on-default-connection.ts';
import { createEndpoints, type Endpoints } from './domain/configuration/endpoints.ts';
import { createSettings, type Settings } from './domain/configuration/settings.ts';
import { createSynonymList, type SynonymList } from './domain/configuration/synonyms.ts';
import { prepareNewDesk } from './domain/demo/prepare-new-desk.ts';
import { createDesk, type Desk } from './domain/desk.ts';
import { createConversationTools } from './http/conversation-tools.ts';
import type { EventHub } from './http/events/event-hub.ts';
import { createCoreEvents } from './http/events/observe-core.ts';
import { createPublicAddress, type PublicAddress } from './http/public-address.ts';
import { createImports, type Imports } from './importing/create-imports.ts';
import { createActivityRecorder } from './mcp/activity-recorder.ts';
import { type CallTool, createCallTool } from './mcp/call-tool.ts';
import { resourceOf } from './mcp/identify-caller.ts';
import { meetEndpoint } from './mcp/meet-endpoint.ts';
import { createTraffic } from './domain/traffic.ts';
import { createPreviewCall, type PreviewCall } from './mcp/preview-call.ts';
import { createPresence, type Presence } from './mcp/presence.ts';
import type { Ports } from './ports.ts';
import { createSearch, type Search } from './search/search.ts';
import { type Catalogues, createCatalogues } from './tools/catalogue.ts';
import type { SystemTool } from './tools/define-tool.ts';
import { customUses } from './tools/custom/index.ts';
import { createEndpointTools, type EndpointTools } from './tools/endpoint-tools.ts';
import { systemTools } from './tools/system/index.ts';

export interface CoreConfig {
  /** The data folder; created when missing. */
  readonly folder: string;
  /** What a new folder starts with. A folder that already holds a desk is left as it is. */
  readonly newDesk: 'demo' | 'empty';
  readonly readerThreads?: number;
  readonly maxPageCount?: number;
  /** Tests serve tools of their own through the same code. */
  readonly tools?: readonly SystemTool[];
  /** What keeps the key that stored secrets are sealed with; without any, a file beside the database. */
  readonly keepers?: readonly DataKeeper[] | undefined;
  /** How long a model's server may take. */
  readonly patience?: Patience;
  /** Tests have a model of their own, which says what they want said. */
  readonly decide?: Decide;
}

export interface Core {
  readonly config: CoreConfig;
  readonly ports: Ports;
  readonly database: WorkbenchDatabase;
  readonly desk: Desk;
  readonly deskReads: DeskReads;
  readonly search: Search;
  readonly access: Access;
  readonly endpoints: Endpoints;
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
  readonly readers: Pick<ReaderPool, 'run' | 'countWords'>;
  readonly presence: Presence;
  readonly imports: Imports;
  readonly responses: Responses;
  readonly openEndpoint: OpenEndpoint;
  readonly reachEndpoint: ReachEndpoint;
  readonly connections: Connections;
  readonly conversations: Conversations;
  readonly abilities: Abilities;
  readonly publicAddress: PublicAddress;
  readonly events: EventHub;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Starts what the first request would otherwise wait for. */
  warm(): void;
  close(): Promise<void>;
}

/** The composition root: takes ownership of the data folder and builds the core over it. Opens no port. */
export function compose(config: CoreConfig, ports: Ports): Core {
  const lock = acquireOwnerLock(config.folder);
  let database: WorkbenchDatabase | undefined;
  try {
    database = openDatabase(config.folder, ports, { maxPageCount: config.maxPageCount });
    return build(config, ports, database, lock);
  } catch (error) {
    database?.close();
    lock.release();
    throw error;
  }
}

function build(config: CoreConfig, ports: Ports, database: WorkbenchDatabase, lock: OwnerLock): Core {
  prepareNewDesk(database, ports, config.newDesk);
  const readers = createReaderPool(database.file, config.readerThreads ?? 2);
  const search = createSearch(readers);
  const deskReads = createDeskReads(readers);
  const desk = createDesk(database.connection);
  const endpoints = createEndpoints(database, ports);
  const access = createAccess(database, ports);
  const activity = createActivityRepository(database.connection);
  const changes = createChangeRepository(database.connection);
  const settings = createSettings(database, ports);
  const synonyms = createSynonymList(database, ports);
  const connectionList = createConnectionList(database, ports);
  const presence = createPresence(ports);
  const tools = config.tools ?? systemTools;
  const abilities = createAbilities({
    ...{ database, desk, search, ports, list: createAbilityList(database, ports) },
    openConnection: (id) => connections.open(id),
    defaultConnection: () => endpoints.get(defaultEndpointId).settings.defaultConnection,
  });
  const endpointTools = createEndpointTools({
    ...{ systemTools: tools, uses: customUses, desk, abilities },
    onMaterialChange: (listener) => {
      abilities.onChange(listener);
      connectionList.onChange(listener);
      onDefaultConnection(endpoints, listener);
      database.onChangeSet(({ id, kind, ledger }) => {
        if (kind === 'call' || kind === 'rule') return;
        if (ledger === 'summary' || changes.touches(id, toolMaterialTables)) listener();
      });
    },
  });
  const startedAt = ports.now();
  const traffic = createTraffic();
  const imports = createImports({ database, traffic, readers, folder: config.folder, ports });
  imports.resume();
  const heard = {
    database,
    access,
    endpoints,
    settings,
    synonyms,
    abilities,
    connections: { configured: connectionList },
    imports,
    activity,
    changes,
    presence,
    tools,
    endpointTools,
    ports,
    startedAt,
  };
  const events = createCoreEvents(heard);
  const catalogues = createCatalogues(endpointTools, () => endpoints.version() + endpointTools.version());
  const recorder = createActivityRecorder(database, { insertCall: activity.insert, recordUse: access.recordUse });
  const callTool = createCallTool({
    changeSets: database,
    desk,
    search,
    ports,
    recorder,
    configurationVersion: endpoints.version,
    isStillOffered: ({ endpoint: { id, version }, principal }, tool) => {
      const endpoint = endpoints.find(id);
      return endpoint?.version === version && catalogues.find(endpoint, principal)?.tools.has(tool) === true;
    },
    insertCall: activity.insert,
    recordUse: access.recordUse,
    written: ({ id, errorCode }) => events.callWritten(id, errorCode !== null),
  });
  const responses = createResponses({
    ...{ decide: config.decide ?? decide, ports, version: programVersion },
    allowedServers: () => settings.get().allowedMcpServers,
  });
  const publicAddress = createPublicAddress();
  const connections = createConnections({
    ...{ responses, ports, startedAt, patience: config.patience },
    list: connectionList,
    secrets: createSecretStore(
      createSecretRepository(database.connection),
      config.keepers ?? [createKeyFileKeeper(config.folder)],
      ports,
    ),
    origin: () => publicAddress.origin() ?? `http://127.0.0.1:${settings.get().publicPort}`,
  });
  const openEndpoint = createOpenEndpoint({
    ...{ access, endpoints },
    isFor: (endpoint, principal) => meetEndpoint({ access, catalogues }, endpoint, principal) !== undefined,
    addressOf: (endpoint) => {
      const origin = publicAddress.origin();
      return origin === undefined ? undefined : resourceOf(endpoint, origin);
    },
  });
  const countedCalls = traffic.count(callTool);
  const reachEndpoint = createReachEndpoint(openEndpoint);
  const conversations = createConversations({
    ...{ changeSets: database, database: database.connection, readers, connections, reachEndpoint, ports },
    tools: createConversationTools({
      ...{ database, access, catalogues, endpoints, activity, changes, callTool: countedCalls },
    }),
    changed: events.conversationsChanged,
  });
  return {
    config,
    ports,
    database,
    desk,
    deskReads,
    search,
    access,
    endpoints,
    tools,
    endpointTools,
    catalogues,
    callTool: countedCalls,
    previewCall: traffic.count(createPreviewCall({ changeSets: database, desk, search, ports })),
    settings,
    synonyms,
    activity,
    changes,
    setters: createSetterRepository(database.connection),
    readers,
    presence,
    imports,
    responses,
    openEndpoint,
    reachEndpoint,
    connections,
    conversations,
    abilities,
    publicAddress,
    events,
    startedAt,
    warm: () => {
      readers.warm();
      void readers.countWords();
    },
    close: async () => {
      await conversations.close();
      events.close();
      await imports.close();
      await readers.close();
      database.close();
      lock.release();
    },
  };
}
