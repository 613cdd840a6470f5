import { safeStorage } from 'electron';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { DataKeeper } from '../../access/secret-store/data-keeper.ts';
import type { Log } from '../../ports.ts';

/** Keeps the data key in the database, locked by the system's keychain. Undefined where there is none. The app is ready by then. */
export function createKeychainKeeper(log: Pick<Log, 'info'>): DataKeeper | undefined {
  const missing = findMissing();
  if (missing !== undefined) {
    log.info(`${missing} Stored keys are locked with a key file in the data folder instead.`);
    return undefined;
  }
  return {
    kind: 'keychain',
    keep: (fresh) => ({ key: fresh, kept: safeStorage.encryptString(fresh.toString('base64url')).toString('base64') }),
    open(kept) {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(kept, 'base64')), 'base64url');
      } catch {
        throw new AppError('conflict', 'The keychain of this account does not open it: it was stored by another one.');
      }
    },
  };
}

function findMissing(): string | undefined {
  if (!safeStorage.isEncryptionAvailable()) return 'The system offers no keychain.';
  // What Chromium falls back to on Linux locks with a password that everybody knows.
  const isPlain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return isPlain ? 'The desktop has no keychain.' : undefined;
}
