import { defineConfig } from 'electron-vite';

// electron-vite asks the installed electron package for its version and stops when there is none. The core is built
// without it, so the version is stated here; it decides only that ES modules are allowed.
process.env['ELECTRON_MAJOR_VER'] ??= '45';

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
          'reader-thread': 'src-main/db/readers/reader-thread.ts',
        },
        external: ['better-sqlite3'],
        // All in one folder, so that a chunk finds a thread's file beside it.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
});
