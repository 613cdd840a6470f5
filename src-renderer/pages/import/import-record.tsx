import { Link } from 'react-router';
import type { ImportDetails } from '../../../src-shared/api/imports.ts';
import type { ImportKind } from '../../../src-shared/domain/import-plan.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { Properties } from '../../components/record/properties.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportResult } from './import-result.tsx';
import { ImportStateBadge } from './import-state-badge.tsx';
import { kindWords } from './kind-words.ts';
import { Refusals } from './refusals.tsx';
import { TakeBack } from './take-back.tsx';
import { isUnderWay } from './use-import.ts';

/** The page where the records of an import are found. */
const lists: Readonly<Record<ImportKind, string>> = {
  client: '/clients',
  agent: '/agents',
  user: '/users',
  service: '/services',
  asset: '/assets',
  article: '/knowledge',
  ticket: '/tickets',
  action: '/tickets',
};

export function ImportRecord({ details }: { readonly details: ImportDetails }) {
  const { state, dryRun, kind, source, startedAt, finishedAt } = details;
  const many = kindWords[kind].many;
  return (
    <>
      <Properties
        list={[
          ['State', <ImportStateBadge key="state" state={state} />],
          ['Run', dryRun ? 'Check, which changes nothing' : 'Import'],
          ['Rows are', many],
          [
            'Source of the ids',
            <span key="source" className="foreign">
              {source}
            </span>,
          ],
          ['Started', <RelativeTime key="started" at={startedAt} />],
          ['Ended', finishedAt === undefined ? undefined : <RelativeTime key="ended" at={finishedAt} />],
        ]}
      />
      <FormSection
        title={isUnderWay(state) ? 'Progress' : 'Result'}
        actions={state === 'finished' && !dryRun && <Link to={lists[kind]}>Open {many.toLowerCase()}</Link>}
      >
        {isUnderWay(state) ? (
          <ImportProgress details={details} />
        ) : (
          <>
            <ImportResult details={details} />
            <Refusals details={details} />
          </>
        )}
      </FormSection>
      {details.canTakeBack && <TakeBack details={details} />}
    </>
  );
}
