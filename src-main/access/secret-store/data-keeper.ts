/** Where a data key is kept, so that the database alone opens nothing. */
export interface DataKeeper {
  readonly kind: 'keychain' | 'key-file' | 'passphrase';
  /**
   * Keeps the key, or one that is kept there already, and answers which of them it is, and what belongs to it in the
   * database. Throws an `AppError` where nothing can be kept.
   */
  keep(fresh: Buffer): { readonly key: Buffer; readonly kept: string };
  /** The key of which `keep` answered that. Throws an `AppError` where it cannot be had. */
  open(kept: string): Buffer;
}
