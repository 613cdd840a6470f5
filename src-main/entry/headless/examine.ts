import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../../src-shared/api/doctor.ts';
import type { WorkbenchStatus } from '../../../src-shared/api/workbench.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import { checkAddress, checkFolder, checkNativeModule, checkNode, checkPort } from './machine-checks.ts';
import { findOwner } from '../owner.ts';
import type { Session } from './session.ts';
import { withClient } from './with-client.ts';

/** Everything that can be found out about the machine and the data folder, whether or not a workbench runs. */
export async function examine(session: Session, port: number): Promise<Check[]> {
  const machine = [checkNode(), await checkNativeModule(), checkFolder(session.folder)];
  const { checks, status } = machine.some(({ level }) => level === 'problem')
    ? { checks: [], status: undefined }
    : await askCore(session);
  const serving = status?.serving;
  const reach = serving === undefined ? await checkPort(port) : await checkAddress(serving.endpoint);
  return [...machine, checkOwner(serving), reach, ...checks];
}

/** The core's own checks. A folder that holds no desk yet is left as it is. */
async function askCore(session: Session): Promise<{ checks: Check[]; status?: WorkbenchStatus }> {
  if (!existsSync(join(session.folder, 'workbench.sqlite')) && (await findOwner(session)) === undefined) {
    const message = `There is no desk in ${session.folder} yet.`;
    return { checks: [{ name: 'desk', level: 'note', message, advice: 'The first "serve" makes one.' }] };
  }
  try {
    return await withClient(session, async (client) => ({
      checks: await client.doctor.check(),
      status: await client.workbench.status(),
    }));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { checks: [{ name: 'desk', level: 'problem', message: error.message }] };
  }
}

function checkOwner(serving: WorkbenchStatus['serving']): Check {
  const message = serving === undefined ? 'No workbench is serving this folder.' : `A workbench serves ${serving.url}.`;
  return { name: 'workbench', level: 'ok', message };
}
