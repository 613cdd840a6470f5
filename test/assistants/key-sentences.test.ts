import { expect, test } from 'vitest';
import { findKeySentences } from '../../src-main/assistants/abilities/without-model/key-sentences.ts';

test('greetings, thanks and names under a letter are no key sentences, what stands beside them is', () => {
  const letter = 'Hello,\n\nHi, just wondering where we are with this?\n\nBest wishes,\nShanice';
  expect(findKeySentences(letter, 2)).toEqual(['just wondering where we are with this?']);
  const other = 'Dear Piotr,\nThe scanner on floor two is stuck.\nThe scanner blinks red.\nKind regards\nMaria Lopez';
  expect(findKeySentences(other, 1)).toEqual(['The scanner on floor two is stuck.']);
});

test('the sentences that say most are kept in their order, and never more than asked for', () => {
  const text =
    'We had a nice weekend. The printer in the warehouse is offline. It was raining. The printer shows the error 49.';
  expect(findKeySentences(text, 2)).toEqual([
    'The printer in the warehouse is offline.',
    'The printer shows the error 49.',
  ]);
  expect(findKeySentences('', 3)).toEqual([]);
  expect(findKeySentences('?!… —', 3)).toEqual([]);
  expect(findKeySentences(`word ${'long '.repeat(500)}`, 1)[0]?.length).toBeLessThan(330);
});
