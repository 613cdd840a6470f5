import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImportDetails, ImportView } from '../../../src-shared/api/imports.ts';
import { type ImportKind, importPlan, type ImportPlan } from '../../../src-shared/domain/import-plan.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { AdminClient } from '../../http/admin-client.ts';
import type { Output } from './output.ts';
import { createProgressLine } from './progress-line.ts';

interface Wanted {
  readonly kind?: ImportKind;
  readonly mapping?: string;
  readonly source?: string;
  readonly dryRun?: true;
}

const lookEvery = 250;

/** Imports one file and waits for the end. The first Ctrl+C takes back what was brought, a second one ends the wait. */
export async function importFile(client: AdminClient, output: Output, file: string, wanted: Wanted): Promise<void> {
  const path = resolve(file);
  const plan = await choosePlan(client, path, wanted);
  // From here on an import may run, here or in the process that serves the folder, and would go on there.
  const starting = client.imports.start({ path, plan, dryRun: wanted.dryRun === true });
  const cancel = (): void =>
    // One that was refused or is over by now has nothing to be cancelled.
    void starting.then(({ id }) => client.imports.cancel({ id })).catch(() => undefined);
  process.once('SIGINT', cancel);
  try {
    const ended = await waitForEnd(client, await starting);
    const details = await client.imports.get({ id: ended.id });
    if (details.state === 'failed') throw new AppError('conflict', details.error ?? 'The import failed.');
    output.print(details, () => describe(details));
    if (details.state === 'cancelled') process.exitCode = 130;
  } finally {
    process.off('SIGINT', cancel);
  }
}

async function choosePlan(client: AdminClient, path: string, { kind, mapping, source }: Wanted): Promise<ImportPlan> {
  const plan = mapping === undefined ? await guess(client, path, kind) : await readMapping(client, mapping);
  return { ...plan, ...(kind !== undefined && { kind }), ...(source !== undefined && { source }) };
}

async function guess(client: AdminClient, path: string, kind: ImportKind | undefined): Promise<ImportPlan> {
  const { plan } = await client.imports.inspect({ path, ...(kind !== undefined && { kind }) });
  return plan;
}

async function readMapping(client: AdminClient, mapping: string): Promise<ImportPlan> {
  const saved = (await client.imports.mappings.list()).find(({ name }) => name === mapping);
  if (saved !== undefined) return saved.plan;
  let text: string;
  try {
    text = await readFile(mapping, 'utf8');
  } catch (error) {
    throw new AppError('not_found', `There is no mapping "${mapping}", neither saved nor as a file.`, { cause: error });
  }
  try {
    return importPlan.parse(JSON.parse(text));
  } catch (error) {
    const message = `The mapping ${mapping} is not one: ${(error as Error).message}`;
    throw new AppError('invalid_arguments', message, { cause: error });
  }
}

async function waitForEnd(client: AdminClient, started: ImportView): Promise<ImportView> {
  const progress = createProgressLine();
  let latest = started;
  while (latest.state === 'running' || latest.state === 'removing') {
    await pause(lookEvery);
    latest = await client.imports.get({ id: started.id });
    const isRemoving = latest.state === 'removing';
    if (isRemoving || latest.counts.read > 0) progress.show(progressOf(latest), { urgent: isRemoving });
  }
  progress.end();
  return latest;
}

function progressOf({ state, counts, bytesRead, bytesTotal, secondsLeft }: ImportView): string {
  if (state === 'removing') return 'Taking back what was brought.';
  const share = bytesTotal === 0 ? 100 : Math.min(100, Math.floor((100 * bytesRead) / bytesTotal));
  const left = secondsLeft === undefined ? '' : `, about ${secondsLeft} s left`;
  return `${counts.read} rows, ${share} %${left}`;
}

function describe({ state, dryRun, counts, made, remarks, refusals, id }: ImportDetails): string {
  if (state === 'cancelled') return 'The import was cancelled. What it had brought is off the desk again.';
  const { read, created, updated, unchanged, refused, leftOut } = counts;
  return [
    `${read} rows: ${created} new, ${updated} updated, ${unchanged} unchanged, ${refused} refused, ${leftOut} left out.`,
    ...(dryRun ? ['Nothing was written: this was a dry run.'] : [`This is import ${id}.`]),
    ...made.map(({ what, count }) => `  ${count} × ${what}`),
    ...remarks.map(({ text, count }) => `  ${count} × ${text}`),
    ...refusals.map(({ row, reason }) => `  row ${row}: ${reason}`),
  ].join('\n');
}
