// breaks: resolvable, TS2307
import type { MissingWindow } from './missing-window.ts';

export type MainWindow = MissingWindow;
