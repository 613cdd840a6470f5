import type { Command } from 'commander';
import { addActivity } from './activity.ts';
import { addApplication } from './application.ts';
import { addCall } from './call.ts';
import { addCollection } from './collection.ts';
import { addDoctor } from './doctor.ts';
import { addEndpoint } from './endpoint.ts';
import { addImport } from './import.ts';
import { addKey } from './key.ts';
import { addLink } from './link.ts';
import { addServe } from './serve.ts';
import { addTool } from './tool.ts';

/** Every command, in the order of the help. Each only describes itself; what it does is loaded when it is chosen. */
export const commands: readonly ((program: Command) => void)[] = [
  addServe,
  addLink,
  addKey,
  addApplication,
  addCall,
  addEndpoint,
  addTool,
  addCollection,
  addImport,
  addActivity,
  addDoctor,
];
