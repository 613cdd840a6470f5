import type { DataKeeper } from '../access/secret-store/data-keeper.ts';
import { createKeyFileKeeper } from '../access/secret-store/key-file.ts';
import { createPassphraseKeeper } from '../access/secret-store/passphrase.ts';
import { readPassphraseFile } from '../access/secret-store/read-passphrase-file.ts';
import type { Ports } from '../ports.ts';

interface Offered {
  /** The data folder. */
  readonly folder: string;
  /** That of the operating system, where there is one. */
  readonly keychain?: DataKeeper | undefined;
  readonly passphraseFile?: string | undefined;
  readonly passphrase?: string | undefined;
}

/**
 * What keeps the key of stored secrets, best first: new secrets are locked with the first, and those of the others are
 * read. A passphrase goes before everything, since somebody asked for it; the key file is always there.
 */
export function chooseKeepers(
  { folder, keychain, passphraseFile, passphrase }: Offered,
  ports: Pick<Ports, 'randomBytes'>,
): readonly DataKeeper[] {
  const words = passphraseFile === undefined ? passphrase : readPassphraseFile(passphraseFile);
  return [
    ...(words === undefined ? [] : [createPassphraseKeeper(words, ports)]),
    ...(keychain === undefined ? [] : [keychain]),
    createKeyFileKeeper(folder),
  ];
}
