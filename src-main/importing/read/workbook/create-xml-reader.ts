import sax from 'sax';
import { fileRefusal } from '../file-refusal.ts';

export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads XML as it arrives; names come without their prefix. A part that declares entities is refused. */
export function createXmlReader(events: XmlEvents) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = sax.parser(true, { position: false });
  let failure: Error | undefined;
  parser.onerror = (error) => (failure ??= error);
  parser.ondoctype = () => (failure ??= new Error('A part of a workbook has no document type.'));
  parser.onopentag = ({ name, attributes }) => events.open(local(name), attributes as Record<string, string>);
  parser.onclosetag = (name) => events.close?.(local(name));
  parser.ontext = (text) => events.text?.(text);
  parser.oncdata = (text) => events.text?.(text);

  function feed(step: () => void): void {
    try {
      step();
    } catch (error) {
      failure ??= error as Error;
    }
    if (failure === undefined) return;
    throw fileRefusal('The XLSX file is damaged: a part of it is not valid XML. Save it again.', {}, failure);
  }

  return {
    write: (chunk: Buffer) => feed(() => parser.write(decoder.decode(chunk, { stream: true }))),
    end: () => feed(() => parser.write(decoder.decode()).close()),
  };
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export async function readXml(chunks: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const reader = createXmlReader(events);
  let empty = true;
  for await (const chunk of chunks) {
    empty = false;
    reader.write(chunk);
  }
  if (!empty) reader.end();
}
