// breaks: room-domain
import { createStore } from '../db/create-store.ts';

export const openStore = createStore;
