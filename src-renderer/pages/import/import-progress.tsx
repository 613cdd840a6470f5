import { Button } from '@mantine/core';
import type { ImportDetails } from '../../../src-shared/api/imports.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { formatBytes } from '../../components/format-bytes.ts';
import { formatNumber } from '../../components/format-number.ts';
import { describeTimeLeft } from './describe-time-left.ts';
import { Outcome } from './outcome.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { readImportsAnew } from './use-import.ts';
import classes from './import.module.css';

/** How far an import is, with the way to stop it. */
export function ImportProgress({ details }: { readonly details: ImportDetails }) {
  const guard = useGuardedChange();
  const { id, state, dryRun, counts, bytesRead, bytesTotal, secondsLeft } = details;
  if (state === 'removing') {
    return (
      <Outcome key="removing">
        <p role="status">Everything that this import brought is being taken off the desk again.</p>
        <p className={classes['dim']}>You can leave this page. It goes on, also after a restart of the workbench.</p>
      </Outcome>
    );
  }
  const figures = [
    `${formatNumber(counts.read)} ${counts.read === 1 ? 'row' : 'rows'} read`,
    ...(counts.refused > 0 ? [`${formatNumber(counts.refused)} refused`] : []),
    `${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}`,
    describeTimeLeft(secondsLeft),
  ];
  return (
    <Outcome key="running">
      <p role="status">
        {dryRun ? 'Reading the whole file. Nothing is changed.' : 'Importing. The desk stays usable.'}
      </p>
      <ProgressBar label={dryRun ? 'Check' : 'Import'} done={bytesRead} of={bytesTotal} />
      <p className={classes['figures']}>{figures.filter((figure) => figure !== '').join(' · ')}</p>
      <Button
        variant="default"
        onClick={() =>
          guard.begin({
            verb: 'Cancel the import',
            warn: async () =>
              dryRun
                ? undefined
                : 'What was brought so far is taken off the desk again, and what was updated is put back.',
            make: async () => {
              await client.imports.cancel({ id });
              await readImportsAnew();
              return dryRun ? 'The check is cancelled.' : 'The import is being cancelled.';
            },
          })
        }
      >
        {dryRun ? 'Cancel the check' : 'Cancel the import'}
      </Button>
      <ChangeNotice guard={guard} />
    </Outcome>
  );
}
