import { describe, expect, test } from 'vitest';
import {
  add,
  finishNew,
  keepBoth,
  newId,
  remove,
  setWords,
  undo,
} from '../../src-renderer/pages/synonyms/group-edits.ts';
import { parseGroup, toLine } from '../../src-renderer/pages/synonyms/group-line.ts';
import {
  describeEdits,
  describeHindrance,
  findSharing,
  groupsOf,
  listRows,
} from '../../src-renderer/pages/synonyms/group-rows.ts';
import { readGroups, takeGroups } from '../../src-renderer/pages/synonyms/read-groups.ts';

const laptop = ['laptop', 'notebook'];
const vpn = ['VPN', 'remote access'];
const saved = [laptop, vpn];
const edited = setWords([], { id: toLine(laptop), was: laptop, now: [...laptop, 'portable'] });
const shown = (edits: Parameters<typeof listRows>[1], groups = saved) =>
  listRows(groups, edits).map(({ words, state }) => [toLine(words), state]);

describe('edits of the groups', () => {
  test('stand over what is saved until they are undone, and a change back is no change', () => {
    expect(shown(edited)).toEqual([
      ['laptop, notebook, portable', 'changed'],
      ['VPN, remote access', undefined],
    ]);
    expect(undo(edited, toLine(laptop))).toEqual([]);
    expect(setWords(edited, { id: toLine(laptop), was: laptop, now: laptop })).toEqual([]);
  });

  test('keep a deleted group in sight, and leave it out of what is saved', () => {
    const edits = remove([], { id: toLine(vpn), was: vpn });
    expect(shown(edits)).toEqual([
      ['laptop, notebook', undefined],
      ['VPN, remote access', 'deleted'],
    ]);
    expect(groupsOf(listRows(saved, edits))).toEqual([laptop]);
    expect(describeEdits(listRows(saved, edits))).toBe('1 group deleted');
  });

  test('put added groups first, and one that is added and deleted leaves nothing', () => {
    const typed = finishNew(setWords([], { id: newId, now: ['phone', 'mobile'] }));
    const both = finishNew(setWords(typed, { id: newId, now: ['screen', 'monitor'] }));
    expect(shown(both).slice(0, 2)).toEqual([
      ['screen, monitor', 'new'],
      ['phone, mobile', 'new'],
    ]);
    expect(both.reduce(remove, both)).toEqual([]);
  });

  test('of a group that somebody else left alone are kept beside what somebody else saved', () => {
    const theirs = [['phone', 'mobile'], laptop];
    expect(shown(edited, theirs)).toEqual([
      ['phone, mobile', undefined],
      ['laptop, notebook, portable', 'changed'],
    ]);
  });

  test('of a group that somebody else changed too are in conflict until somebody chooses', () => {
    const theirs = [['laptop', 'lappy'], vpn];
    expect(shown(edited, theirs)[0]).toEqual(['laptop, notebook, portable', 'overtaken']);
    expect(describeHindrance(listRows(theirs, edited))).toMatch(/^Somebody else changed a group/);
    const both = keepBoth(edited, toLine(laptop));
    expect(describeHindrance(listRows(theirs, both))).toBeUndefined();
    expect(groupsOf(listRows(theirs, both))).toEqual([[...laptop, 'portable'], ...theirs]);
  });

  test('that somebody else made in the same way are done', () => {
    const theirs = [[...laptop, 'portable'], vpn];
    expect(shown(edited, theirs).map(([, state]) => state)).toEqual([undefined, undefined]);
    const gone = remove([], { id: toLine(vpn), was: vpn });
    expect(shown(gone, [laptop])).toEqual([['laptop, notebook', undefined]]);
    expect(describeEdits(listRows([laptop], gone))).toBe('nothing that still changes the list');
  });
});

test.each([
  [['alone'], 'A group needs at least two synonyms.'],
  [['a', '!!'], '“!!”: A synonym needs a letter or a digit.'],
  [['VPN', 'vpn'], '“vpn”: A group names a synonym only once.'],
  [['notebook', 'Laptop'], 'The list has this group already.'],
])('%j cannot be saved, and says why', (words, why) => {
  const rows = listRows(saved, add([], [words]));
  expect(rows[0]?.problem).toBe(why);
  expect(describeHindrance(rows)).toBe('One group cannot be saved yet.');
});

test('a word that another group has too is named with that group', () => {
  const [row, ...rest] = listRows(saved, add([], [['Laptop', 'computer']]));
  if (row === undefined) throw new Error('There is no row.');
  expect(findSharing([row, ...rest], row)).toEqual([{ id: toLine(laptop), words: laptop, shared: ['laptop'] }]);
});

describe('groups as text', () => {
  const text = '# ours\r\nphone;mobile\tcell\n\nnotebook, laptop\nphone, cell, mobile\nalone\nipod => i-pod';

  test('are read one a line, with the lines that cannot be used and why', () => {
    const read = readGroups(text, listRows(saved, []));
    expect(read).toMatchObject({
      fresh: [['phone', 'mobile', 'cell']],
      known: 2,
      refused: [
        { line: 6, text: 'alone', why: 'A group needs at least two synonyms.' },
        { line: 7, text: 'ipod => i-pod' },
      ],
    });
    expect(read.others.map(({ words }) => words)).toEqual([vpn]);
  });

  test('are added before the others, or take the place of what they do not name', () => {
    const read = readGroups(text, listRows(saved, []));
    expect(groupsOf(listRows(saved, takeGroups([], read, false)))).toEqual([['phone', 'mobile', 'cell'], ...saved]);
    expect(groupsOf(listRows(saved, takeGroups([], read, true)))).toEqual([['phone', 'mobile', 'cell'], laptop]);
  });

  test('come back as they were written', () => {
    expect(parseGroup(toLine(vpn))).toEqual(vpn);
    expect(parseGroup(' a ,, b   c ;')).toEqual(['a', 'b c']);
  });
});
