// The rules of this code base that no published plugin has. Each says what to do instead.
import { basename, relative, sep } from 'node:path';

/**
 * A rule that reports every node which the esquery selector finds.
 *
 * @param {string} selector
 * @param {string} message
 * @returns {import('eslint').Rule.RuleModule}
 */
const forbid = (selector, message) => ({
  create: (context) => ({
    [selector]: (/** @type {import('eslint').Rule.Node} */ node) => context.report({ node, message }),
  }),
});

// Upper or lower case alone: a button's "Create view" or a sentence's "Update the ticket" is not SQL.
const sql = [
  String.raw`SELECT\s`,
  String.raw`INSERT\s+(OR\s+\w+\s+)?INTO\s`,
  String.raw`UPDATE\s+\S+\s+SET\s`,
  String.raw`DELETE\s+FROM\s`,
  String.raw`(CREATE|DROP|ALTER)\s+(TEMP|TABLE|VIRTUAL|INDEX|UNIQUE|VIEW|TRIGGER)`,
  String.raw`PRAGMA\s`,
];
const lowerCaseSql = [String.raw`select\s[^]*\sfrom\s`, ...sql.slice(1).map(lowerCased)];
const sqlStart = String.raw`/^\s*(${[...sql, ...lowerCaseSql].join('|')})/`;

const names = {
  segment: /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/,
  wireName: /^[a-z0-9]+(_[a-z0-9]+)*(\.test)?\.ts$/,
  catchAll: /(^|-)(utils?|helpers?|managers?)$|^(common|base)$/,
};

/** @type {import('eslint').Rule.RuleModule} */
const fileName = {
  create: (context) => ({
    Program(node) {
      const path = relative(context.cwd, context.filename).split(sep);
      const isTool = /^(src-main|test)\/tools\/system$/.test(path.slice(0, -1).join('/'));
      for (const segment of path) {
        const stem = segment.replace(/\..*$/, '');
        if (isTool && segment === path.at(-1) && names.wireName.test(segment)) continue;
        if (!names.segment.test(segment)) {
          context.report({
            node,
            message: `Name "${segment}" in kebab-case (only system tools keep their wire name).`,
          });
        }
        if (names.catchAll.test(stem)) {
          context.report({
            node,
            message: `"${segment}" says nothing about what is inside: name it after its one export.`,
          });
        }
      }
    },
  }),
};

/** @type {import('eslint').Rule.RuleModule} */
const indexIsRegister = {
  create(context) {
    if (!/^index\.tsx?$/.test(basename(context.filename))) return {};
    const message =
      'An index.ts is a register: a list with one line per thing. Logic and re-exports live in named files.';
    const selector =
      ':matches(IfStatement, ConditionalExpression, SwitchStatement, TryStatement, :statement[type=/^(For|While|Do)/], ' +
      'ClassDeclaration, ExportAllDeclaration, ExportNamedDeclaration[source])';
    return { [selector]: (/** @type {import('eslint').Rule.Node} */ node) => context.report({ node, message }) };
  },
};

const chance = '/^(randomUUID|randomBytes|randomInt|randomFill|randomFillSync|getRandomValues)$/';

/** @type {Record<string, import('eslint').Rule.RuleModule>} */
export const rules = {
  'file-name': fileName,
  'index-is-register': indexIsRegister,
  'no-chance': forbid(
    [
      "MemberExpression[object.name='Math'][property.name='random']",
      `MemberExpression[object.name=/^(crypto|webcrypto|nodeCrypto)$/][property.name=${chance}]`,
      `ImportDeclaration[source.value=/^(node:)?crypto$/] > ImportSpecifier[imported.name=${chance}]`,
    ].join(', '),
    'Take ids and random bytes from the ports, so that tests can repeat a run.',
  ),
  'no-clock': forbid(
    [
      "MemberExpression[object.name='Date'][property.name='now']",
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.name='Date']",
    ].join(', '),
    'Take the time from the ports, so that tests can set it.',
  ),
  'no-default-export': forbid(
    'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    'Export by name, so that a thing has one name everywhere.',
  ),
  'no-enum': forbid('TSEnumDeclaration', 'Use a union of string literals: Node cannot strip an enum.'),
  'no-insert-or-replace': forbid(
    [
      String.raw`Literal[value=/\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b/i]`,
      String.raw`TemplateElement[value.raw=/\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b/i]`,
    ].join(', '),
    'INSERT OR REPLACE skips delete triggers, and with them the change ledger: use ON CONFLICT … DO UPDATE.',
  ),
  'no-process-input': forbid(
    [
      "MemberExpression[object.name='process'][property.name=/^(env|argv)$/]",
      'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name=/^(env|argv)$/]',
    ].join(', '),
    'Only src-main/config reads the environment and the arguments; take what you need as a parameter.',
  ),
  'no-shell': forbid(
    [
      'ImportDeclaration[source.value=/^(node:)?child_process$/] > ImportSpecifier[imported.name=/^exec(Sync)?$/]',
      'ImportDeclaration[source.value=/^(node:)?child_process$/] > ImportNamespaceSpecifier',
      'ImportDeclaration[source.value=/^(node:)?child_process$/] > ImportDefaultSpecifier',
      "Property[key.name='shell'][value.value=true]",
    ].join(', '),
    'Start programs with spawn or execFile, a list of arguments and no shell.',
  ),
  'sql-in-its-room': forbid(
    `Literal[value=${sqlStart}], TemplateElement[value.raw=${sqlStart}]`,
    'SQL text belongs into a repository in src-main/db (or into src-main/search).',
  ),
};

/** Lowers the keywords of a pattern and leaves its escapes alone. */
function lowerCased(/** @type {string} */ pattern) {
  return pattern.replace(/(?<!\\)[A-Z]/g, (letter) => letter.toLowerCase());
}
