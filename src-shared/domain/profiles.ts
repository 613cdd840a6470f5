/** Releases of Halo whose offer the endpoint can imitate, oldest first. */
export const profiles = ['2.204', '2.232', '2.236', '2.238', 'latest'] as const;
export type Profile = (typeof profiles)[number];

/** Whether something that came with release `since` exists in `profile`. */
export function isIn(profile: Profile, since: Profile): boolean {
  return profiles.indexOf(since) <= profiles.indexOf(profile);
}
