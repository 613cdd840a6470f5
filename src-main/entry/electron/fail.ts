import { app, dialog } from 'electron';
import { describeFailure } from '../headless/failures.ts';

/** Says what went wrong in a native window and on the standard error stream, and ends with the failure's exit code. */
export async function fail(error: unknown): Promise<void> {
  const { message, exitCode, unexpected } = describeFailure(error);
  if (unexpected !== undefined) {
    const { createLog } = await import('../headless/log.ts');
    createLog({ level: 'info' }).error('The app failed unexpectedly.', { error: unexpected });
  }
  process.stderr.write(`${message}\n`);
  // Before Electron is ready, Linux has no window to show.
  await app.whenReady();
  dialog.showErrorBox('Halo MCP Workbench', message);
  app.exit(exitCode);
}
