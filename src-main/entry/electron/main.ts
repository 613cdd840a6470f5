import { createLog } from '../headless/log.ts';
import { registerAppScheme } from './app-protocol.ts';
import { fail } from './fail.ts';
import { closeNetwork } from './guard.ts';
import { runDesktop } from './run-desktop.ts';

const log = createLog({ level: 'info' });
// Something threw where nothing could catch it: what state that left is unknown, so the process ends.
process.once('uncaughtException', (error) => void fail(error, log));
registerAppScheme();
closeNetwork();
runDesktop(process.argv.slice(1), log).catch((error: unknown) => fail(error, log));
