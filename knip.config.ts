import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src-main/entry/headless/{main.ts,launch.mjs}',
    // Started by its address, as a thread.
    'src-main/db/readers/reader-thread.ts',
    'src-main/db/readers/word-thread.ts',
    'src-main/db/checkpoint-thread.ts',
    'src-main/importing/thread/import-thread.ts',
    'src-main/entry/electron/main.ts',
    'src-renderer/app/main.tsx',
  ],
  project: ['**/*.{ts,tsx,js,mjs}', '!test/architecture/planted/**'],
  // A type that says what an exported function takes or gives is part of that function.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // A program that tests start; nothing imports it.
  ignoreDependencies: ['@modelcontextprotocol/inspector'],
  // Of the operating system, which the desktop tests look for before they use them.
  ignoreBinaries: ['ldd', 'Xvfb', 'apt-get'],
} satisfies KnipConfig;
