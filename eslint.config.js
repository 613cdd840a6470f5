import js from '@eslint/js';
import node from 'eslint-plugin-n';
import hooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import { rules } from './.ci/eslint-rules.js';

// Paths are relative to the folder that is linted, so that test/architecture can plant violations in a tree of its own.
const configs = ['*.config.{js,ts}', '.dependency-cruiser.mjs'];
const toolFiles = [...configs, '.ci/**', 'test/**'];

export default defineConfig(
  { ignores: ['out/', 'test/architecture/planted/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  typescript.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { n: node, workbench: { rules } },
    rules: {
      ...Object.fromEntries(Object.keys(rules).map((name) => [`workbench/${name}`, 'error'])),
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      // `typeof import('…')` is how a module that is loaded late gives its type.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Names that begin with an underscore are there to be counted or left out, as in `const { secret: _, ...rest }`.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An interface that must be asynchronous is often met by a body that is not.
      '@typescript-eslint/require-await': 'off',
      // Things are made by factories, and the methods of what they return use no `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // TypeScript itself reports names that do not exist, and knows which ones do.
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: { 'no-undef': 'off' },
  },
  { files: ['src-renderer/**'], ...hooks.configs.flat['recommended-latest'] },
  {
    files: ['src-main/**'],
    rules: {
      // Together with `lib` in the tsconfig: nothing newer than the Node inside the oldest Electron that runs the tests.
      'n/no-unsupported-features/node-builtins': [
        'error',
        { version: '^20.18.0 || >=22.12.0', allowExperimental: true },
      ],
    },
  },
  { files: ['src-main/entry/headless/**', ...toolFiles], rules: { 'no-console': 'off' } },
  {
    files: ['src-main/config/**', 'src-main/entry/**', ...toolFiles],
    rules: { 'workbench/no-process-input': 'off' },
  },
  {
    files: ['src-main/ports.ts', 'src-main/entry/**', 'src-renderer/**', ...toolFiles],
    rules: { 'workbench/no-clock': 'off', 'workbench/no-chance': 'off' },
  },
  { files: ['src-main/db/**', 'src-main/search/**', ...toolFiles], rules: { 'workbench/sql-in-its-room': 'off' } },
  { files: ['.ci/eslint-rules.js'], rules: { 'workbench/no-insert-or-replace': 'off' } },
  { files: ['src-main/db/migrations/**', 'resources/**'], rules: { 'max-lines': 'off' } },
  { files: configs, rules: { 'workbench/no-default-export': 'off' } },
);
