import { registerAppScheme } from './app-protocol.ts';
import { log } from './desktop-log.ts';
import { fail } from './fail.ts';
import { closeNetwork } from './guard.ts';
import { runDesktop } from './run-desktop.ts';

// Something threw where nothing could catch it: what state that left is unknown, so the process ends.
process.once('uncaughtException', (error) => void fail(error));
registerAppScheme();
closeNetwork();
runDesktop(process.argv.slice(1), log).catch(fail);
