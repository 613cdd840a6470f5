// breaks: room-tools
import { createStore } from '../db/create-store.ts';

export const readRows = createStore;
