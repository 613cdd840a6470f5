import type { Page } from 'playwright-core';

/** The pages that the tests of a file have opened, so that a failed one can tell what they showed. */
export const openPages = new Set<Page>();
