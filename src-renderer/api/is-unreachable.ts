/** Whether a call failed because nobody answered: browsers say so with a TypeError of their own words. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network/i.test(error.message);
}
