// breaks: renderer-and-main-apart
import type { listAssets } from '../../src-renderer/pages/assets/list-assets.ts';

export type DrawPage = typeof listAssets;
