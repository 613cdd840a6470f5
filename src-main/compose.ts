import { createAccess, type Access } from './access/create-access.ts';
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
import { createSetterRepository, type SetterRepository } from './db/repositories/setter-repository.ts';
import { createEndpoints, type Endpoints } from './domain/configuration/endpoints.ts';
import { createSettings, type Settings } from './domain/configuration/settings.ts';
import { createSynonymList, type SynonymList } from './domain/configuration/synonyms.ts';
import { prepareNewDesk } from './domain/demo/prepare-new-desk.ts';
import { createDesk, type Desk } from './domain/desk.ts';
import type { EventHub } from './http/events/event-hub.ts';
import { createCoreEvents } from './http/events/observe-core.ts';
import { createImports, type Imports } from './importing/create-imports.ts';
import { createActivityRecorder } from './mcp/activity-recorder.ts';
import { type CallTool, createCallTool } from './mcp/call-tool.ts';
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
  readonly readers: Pick<ReaderPool, 'run'>;
  readonly presence: Presence;
  readonly imports: Imports;
  readonly responses: Responses;
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
  const presence = createPresence(ports);
  const tools = config.tools ?? systemTools;
  const endpointTools = createEndpointTools({
    ...{ systemTools: tools, uses: customUses, desk },
    onMaterialChange: (listener) => {
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
    insertCall: activity.insert,
    recordUse: access.recordUse,
    written: ({ id, errorCode }) => events.callWritten(id, errorCode !== null),
  });
  const responses = createResponses({
    ...{ decide: config.decide ?? decide, ports, version: programVersion },
    allowedServers: () => settings.get().allowedMcpServers,
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
    callTool: traffic.count(callTool),
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
    events,
    startedAt,
    warm: () => readers.warm(),
    close: async () => {
      events.close();
      await imports.close();
      await readers.close();
      database.close();
      lock.release();
    },
  };
}
