// breaks: electron-in-entry, resolvable, TS2307
import type { BrowserWindow } from 'electron';

export type ChatWindow = BrowserWindow;
