import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      // The oldest runtime that gets to see the bundle is the Electron of the desktop tests.
      target: 'node20.18',
      sourcemap: true,
      // Bundled dependencies start faster than a tree of small files; only native code stays outside.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: 'src-main/entry/headless/main.ts',
          desktop: 'src-main/entry/electron/main.ts',
          'reader-thread': 'src-main/db/readers/reader-thread.ts',
          'word-thread': 'src-main/db/readers/word-thread.ts',
          'checkpoint-thread': 'src-main/db/checkpoint-thread.ts',
          'import-thread': 'src-main/importing/thread/import-thread.ts',
        },
        external: ['better-sqlite3'],
        // All in one folder, so that a chunk finds a thread's file beside it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [
      react(),
      {
        name: 'pages-at-any-depth',
        // electron-vite writes relative addresses, which a page at /tickets/1 would look for below /tickets.
        config: (config) => void (config.base = '/'),
      },
    ],
    build: {
      // The oldest Electron of the desktop tests; browsers of today are newer.
      target: 'chrome130',
      minify: true,
      // The page's policy lets no font come out of a data: address.
      assetsInlineLimit: 0,
      // Absolute, because the development server reads it from below its root.
      rolldownOptions: {
        input: join(import.meta.dirname, 'src-renderer/index.html'),
        output: {
          codeSplitting: {
            // Few files: each is a request that the desktop app's main process answers while it starts.
            groups: [
              { name: 'shell', tags: ['$initial'], priority: 2 },
              { name: 'pages', minShareCount: 3, priority: 1 },
            ],
          },
        },
      },
    },
  },
});
