import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface ExampleSentence {
  readonly writer: string;
  readonly label: string;
  readonly sentence: string;
}

/** Sentences that people wrote for the examples, each with what it asks for. */
export function readExampleSentences(): ExampleSentence[] {
  const folder = findFolder();
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

/** The resources folder lies beside the sources, and beside the build's output folder. */
function findFolder(): URL {
  for (let up = new URL('./', import.meta.url); up.pathname !== '/'; up = new URL('../', up)) {
    const folder = new URL('resources/examples/', up);
    if (existsSync(folder)) return folder;
  }
  throw new Error('The resources folder with examples is missing from this installation.');
}
