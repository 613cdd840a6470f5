import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { guidePictures } from './guide-pictures.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const chapters = readdirSync(docs).filter((name) => name.endsWith('.md'));
const targets = chapters.flatMap((chapter) =>
  [...readFileSync(join(docs, chapter), 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => ({
    chapter,
    target,
  })),
);

describe('the pictures of the user guide', () => {
  const files = readdirSync(join(docs, 'pictures')).toSorted();

  test('are those that are taken, all of them and no other', () => {
    expect(files).toEqual(guidePictures.map((name) => `${name}.png`).toSorted());
  });

  test('are those that the chapters show, all of them and no other', () => {
    const shown = targets.filter(({ target }) => target.endsWith('.png')).map(({ target }) => target);
    expect([...new Set(shown)].toSorted()).toEqual(files.map((file) => `pictures/${file}`));
  });

  test.each(files)('%s is a PNG of the size of a window and smaller than 150 kB', (file) => {
    const path = join(docs, 'pictures', file);
    const png = readFileSync(path);
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1280, 800]);
    expect(statSync(path).size).toBeLessThan(150_000);
  });
});

test('the contents of the user guide lead to every chapter', () => {
  const listed = targets.filter(({ chapter }) => chapter === 'README.md').map(({ target }) => target);
  expect(chapters.filter((chapter) => chapter !== 'README.md' && !listed.includes(chapter))).toEqual([]);
});

test('every link within the user guide leads to a chapter and to a heading in it', () => {
  const broken = targets
    .filter(({ target }) => !/^https?:|\.png$/.test(target))
    .filter(({ chapter, target }) => {
      const [file = '', heading] = target.split('#');
      const name = file === '' ? chapter : file;
      if (!chapters.includes(name)) return true;
      return heading !== undefined && !listHeadings(name).includes(heading);
    });
  expect(broken).toEqual([]);
});

/** As the addresses of headings are made: in small letters, with dashes for spaces. */
function listHeadings(chapter: string): string[] {
  const text = readFileSync(join(docs, chapter), 'utf8');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
}
