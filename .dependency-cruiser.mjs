// Which room may import which, as two tables and the rules made from them. test/architecture plants a violation of each.

/** Rooms of src-main, and what of src-main each may import besides itself, ports.ts, find-resource.ts and give-way.ts. */
const rooms = {
  config: [],
  // Of the domain, types only: repositories speak in its terms. Reader threads run the search's queries (rules below).
  db: ['domain/', 'search/'],
  // Of the open database, the type only: services are given one, and hand it to repositories (a rule below).
  domain: ['db/(repositories/|change-sets[.]ts$|open-database[.]ts$)'],
  search: ['db/', 'domain/'],
  access: ['db/', 'domain/'],
  // Of access, types only: a tool is told who is calling and never authenticates (a rule below).
  tools: ['domain/', 'search/', 'access/'],
  mcp: ['tools/', 'access/', 'search/', 'domain/', 'db/'],
  external: ['access/', 'domain/', 'db/'],
  importing: ['search/', 'domain/', 'db/'],
  assistants: ['external/', 'tools/', 'access/', 'search/', 'domain/', 'db/'],
  harness: ['assistants/', 'external/', 'tools/', 'access/', 'search/', 'domain/', 'db/'],
  http: [
    ...['mcp/', 'harness/', 'assistants/', 'importing/', 'external/', 'access/', 'tools/'],
    ...['search/', 'domain/', 'db/', 'config/'],
  ],
};

const protocols = [
  'hono',
  '@hono/[^/]+',
  '@modelcontextprotocol/[^/]+',
  '@orpc/[^/]+',
  'oidc-provider',
  'https?',
  'net',
];

/** Modules by name: installed (a path into node_modules), missing or built into Node. */
const named = (/** @type {string[]} */ ...modules) => [
  `(^|/)node_modules/(@types/)?(${modules.join('|')})(/|$)`,
  `^(node:)?(${modules.join('|')})(/|$)`,
];

/**
 * @param {string} name
 * @param {import('dependency-cruiser').IForbiddenRuleType['from']} from
 * @param {object} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });

/** @satisfies {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(rooms).map(([room, others]) =>
      forbid(
        `room-${room}`,
        { path: `^src-main/${room}/` },
        {
          path: '^src-main/',
          pathNot: `^src-main/(${[`${room}/`, '(ports|find-resource|give-way)[.]ts$', ...others].join('|')})`,
        },
      ),
    ),
    // A new room is a decision: it gets a line in the table above.
    forbid('room-known', {}, { path: '^src-main/.+/', pathNot: `^src-main/(entry|${Object.keys(rooms).join('|')})/` }),
    forbid('ports-stand-alone', { path: '^src-main/(ports|find-resource|give-way)[.]ts$' }, { path: '^src-' }),
    forbid(
      'entry-on-top',
      { path: '^src-', pathNot: '^src-main/entry/' },
      { path: '^src-main/(entry/|compose[.]ts$)' },
    ),

    forbid(
      'access-types-in-tools',
      { path: '^src-main/tools/' },
      { path: '^src-main/access/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'database-types-in-domain',
      { path: '^src-main/domain/' },
      { path: '^src-main/db/open-database[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'domain-types-in-db',
      { path: '^src-main/db/' },
      { path: '^src-main/domain/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'search-in-readers',
      { path: '^src-main/db/', pathNot: '^src-main/db/readers/' },
      { path: '^src-main/search/' },
    ),
    forbid(
      'tools-apart',
      { path: '^src-main/tools/(system|custom)/', pathNot: '/index[.]ts$' },
      { path: '^src-main/tools/(system|custom)/' },
    ),
    forbid(
      'pages-apart',
      { path: '^src-renderer/pages/([^/]+)/' },
      { path: '^src-renderer/pages/[^/]+/', pathNot: '^src-renderer/pages/$1/' },
    ),
    forbid(
      'renderer-and-main-apart',
      { path: '^src-(renderer|main)/' },
      { path: '^src-(renderer|main)/', pathNot: '^src-$1/' },
    ),

    forbid('shared-alone', { path: '^src-shared/' }, { pathNot: ['^src-shared/', ...named('zod', '@orpc/contract')] }),
    forbid('contract-in-api', { path: '^src-shared/', pathNot: '^src-shared/api/' }, { path: named('@orpc/contract') }),
    forbid('electron-in-entry', { pathNot: '^src-main/entry/electron/' }, { path: named('electron') }),
    forbid('sqlite-in-db', { pathNot: '^src-main/db/' }, { path: named('better-sqlite3', 'sqlite') }),
    forbid('domain-without-protocols', { path: '^src-main/domain/' }, { path: named(...protocols) }),

    forbid('sources-without-tests', { path: '^src-' }, { path: '^(test|[.]ci|out)/' }),
    forbid('no-development-dependency', {}, { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] }),
    forbid('resolvable', {}, { couldNotResolve: true }),
    forbid('no-cycle', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types are imports too: a type that crosses a boundary couples both sides.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
