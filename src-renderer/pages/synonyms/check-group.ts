import { synonymGroup } from '../../../src-shared/domain/synonym-settings.ts';
import type { Group } from './group-line.ts';

/** What the core would refuse a group for, as a sentence; undefined when it takes it. */
export function checkGroup(group: Group): string | undefined {
  const issue = synonymGroup.safeParse(group).error?.issues[0];
  if (issue === undefined) return undefined;
  const [at] = issue.path;
  const word = typeof at === 'number' ? group[at] : undefined;
  return word === undefined ? issue.message : `“${word}”: ${issue.message}`;
}
