import { defineConfig } from 'vitest/config';
import { closingLine } from './.ci/closing-line.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/prepare-run.ts'],
    setupFiles: ['test/support/tell-what-pages-showed.ts'],
    // A process for each file: tests that hold a data folder's lock or stop a core leave nothing behind for the next.
    pool: 'forks',
    maxConcurrency: 2,
    reporters: ['default', closingLine],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 5_000 } },
  },
});
