import { readdirSync, readFileSync } from 'node:fs';
import { findResource } from '../../find-resource.ts';

export interface ExampleSentence {
  readonly writer: string;
  readonly label: string;
  readonly sentence: string;
}

/** Sentences that people wrote for the examples, each with what it asks for. */
export function readExampleSentences(): ExampleSentence[] {
  const folder = findResource('examples/');
  return readdirSync(folder)
    .toSorted()
    .flatMap((writer) =>
      readFileSync(new URL(writer, folder), 'utf8')
        .split('\n')
        .flatMap((line) => {
          const [label, sentence] = line.split(' | ');
          return label === undefined || sentence === undefined ? [] : [{ writer, label, sentence }];
        }),
    );
}
