import { expect, test } from 'vitest';
import { createShelf } from '../../src-main/assistants/responses/shelf.ts';

const bounds = { mostPerOwner: 2, mostBytes: 1000 };

test('what an owner kept longest makes room for what it keeps now, and for nobody else’s', () => {
  const shelf = createShelf<string>(bounds);
  for (const id of ['a', 'b', 'c']) shelf.put('ada', id, id);
  shelf.put('otto', 'd', 'd');
  expect(shelf.list('ada')).toEqual(['c', 'b']);
  expect(shelf.list('otto')).toEqual(['d']);
  expect(shelf.get('ada', 'd')).toBeUndefined();
  expect(shelf.remove('ada', 'd')).toBe(false);
  expect(shelf.remove('otto', 'd')).toBe(true);
});

test('all together stay within the bound, and what is larger than it is not kept', () => {
  const shelf = createShelf<string>(bounds);
  shelf.put('ada', 'a', 'x'.repeat(600));
  shelf.put('otto', 'b', 'x'.repeat(600));
  expect(shelf.get('ada', 'a')).toBeUndefined();
  expect(shelf.get('otto', 'b')).toBeDefined();
  shelf.put('ada', 'c', 'x'.repeat(1200));
  expect(shelf.get('ada', 'c')).toBeUndefined();
  expect(shelf.get('otto', 'b')).toBeDefined();
});

test('what is replaced counts once and is the newest', () => {
  const shelf = createShelf<string>(bounds);
  shelf.put('ada', 'a', 'old');
  shelf.put('ada', 'b', 'b');
  shelf.put('ada', 'a', 'new');
  shelf.put('ada', 'c', 'c');
  expect(shelf.list('ada')).toEqual(['c', 'new']);
});
