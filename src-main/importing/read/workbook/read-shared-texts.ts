import { MAX_CELL_CHARACTERS } from '../limits.ts';
import { readXml } from './create-xml-reader.ts';
import { readEscapes } from './read-escapes.ts';

/** The texts that cells refer to by number. One that is too long keeps its first characters, and one more than allowed. */
export async function readSharedTexts(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    text(part) {
      if (inText && text.length <= MAX_CELL_CHARACTERS) text += part;
    },
    close(name) {
      if (name === 'si') texts.push(readEscapes(text));
      if (name === 'rPh') phonetic--;
      inText = false;
    },
  });
  return texts;
}
