// breaks: workbench/no-shell
import { exec } from 'node:child_process';

export const runCommand = (command: string) => exec(command);
