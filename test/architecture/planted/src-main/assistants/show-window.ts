// breaks: electron-in-entry
import type { BrowserWindow } from 'electron';

export type ChatWindow = BrowserWindow;
