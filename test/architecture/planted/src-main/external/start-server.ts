// breaks: workbench/no-shell
import { spawn } from 'node:child_process';

export const startServer = (command: string) => spawn(command, { shell: true });
