import { expect, test } from 'vitest';
import { readExampleSentences } from '../../src-main/assistants/offline-model/example-sentences.ts';
import { readIntents } from '../../src-main/assistants/offline-model/intents.ts';
import { type Classifier, learn } from '../../src-main/assistants/offline-model/naive-bayes.ts';
import { readFeatures } from '../../src-main/assistants/offline-model/sentence-features.ts';

const sentences = readExampleSentences();
const examples = sentences.map(({ writer, label, sentence }) => ({ writer, label, features: readFeatures(sentence) }));
type Learned = (typeof examples)[number];

const share = (classify: Classifier, asked: readonly Learned[]): number =>
  asked.filter(({ label, features }) => classify(features)[0]?.[0] === label).length / asked.length;

test.each([1, 2, 3, 4, 5, 6, 7].map((each) => `writer-${each}.txt`))(
  'What the others wrote tells what at least 80 of 100 sentences in %s ask for.',
  (writer) => {
    const classify = learn(examples.filter((example) => example.writer !== writer));
    const asked = examples.filter((example) => example.writer === writer);
    expect(asked.length).toBeGreaterThan(800);
    expect(share(classify, asked)).toBeGreaterThan(0.8);
  },
);

test('What is likely is right: of what is held for sure, 9 of 10.', () => {
  const classify = learn(examples.filter(({ writer }) => writer !== 'writer-2.txt'));
  const sure = examples.filter(
    ({ writer, features }) => writer === 'writer-2.txt' && (classify(features)[0]?.[1] ?? 0) > 0.65,
  );
  expect(sure.length).toBeGreaterThan(500);
  expect(share(classify, sure)).toBeGreaterThan(0.9);
});

test('The same examples always teach the same.', () => {
  const [one, other] = [learn(examples), learn(examples)];
  for (const { features } of examples.slice(0, 200)) expect(one(features)).toEqual(other(features));
});

test('A sentence stands under one label only.', () => {
  const labels = new Map<string, Set<string>>();
  for (const { label, sentence } of sentences)
    labels.set(sentence.toLowerCase(), (labels.get(sentence.toLowerCase()) ?? new Set()).add(label));
  expect([...labels].filter(([, each]) => each.size > 1)).toEqual([]);
});

test('What nobody ever wrote is nothing for sure.', () => {
  const [likeliest] = readIntents('Zwölf Boxkämpfer jagen');
  expect(likeliest?.share).toBeLessThan(0.2);
});
