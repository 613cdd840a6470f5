import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApp } from '../support/open-app.ts';
import { settlePage } from '../support/settle-page.ts';
import { spendFirstFiveMinutes } from './first-five-minutes.ts';
import { guidePages, guidePictures, notedTicket } from './guide-pictures.ts';
import { shrinkPng } from './shrink-png.ts';
import { tellTheUsual } from './tell-the-usual.ts';

// Takes the pictures of the user guide anew: `npm run guide`.
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const taken: string[] = [];

const app = await openApp({
  // The usual port, which the pages show.
  args: ['--port', '4256'],
  context: { colorScheme: 'light', reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC' },
});
const { page, served } = app;

async function picture(name: string): Promise<void> {
  // Nothing is pointed at.
  await page.mouse.move(1279, 0);
  await settlePage(page);
  const putBack = await tellTheUsual(page, served);
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await putBack();
  writeFileSync(join(folder, `${name}.png`), shrinkPng(png));
  taken.push(name);
}

try {
  mkdirSync(folder, { recursive: true });
  await spendFirstFiveMinutes({ ...app, picture });
  const note = { ticket_id: notedTicket, note: 'Asked the user since when it has been like this.' };
  await served.cli('call', 'add_note_to_ticket', JSON.stringify(note));
  for (const { name, path, act } of guidePages) {
    await app.go(path);
    await settlePage(page);
    await act?.(page);
    await picture(name);
  }
} finally {
  await app.close();
}

const missing = guidePictures.filter((name) => !taken.includes(name));
if (missing.length > 0) throw new Error(`Not taken: ${missing.join(', ')}.`);
for (const file of readdirSync(folder)) {
  if (!taken.includes(file.replace(/\.png$/, ''))) rmSync(join(folder, file));
}
console.log(`Took ${taken.length} pictures into docs/pictures. Look at them before you keep them.`);
