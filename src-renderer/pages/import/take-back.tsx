import { Button } from '@mantine/core';
import type { ImportDetails } from '../../../src-shared/api/imports.ts';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../../components/change/change-notice.tsx';
import { useGuardedChange } from '../../components/change/use-guarded-change.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { formatNumber } from '../../components/format-number.ts';
import { readImportsAnew } from './use-import.ts';

/** Takes a finished import off the desk again, after a word of what that means. */
export function TakeBack({ details: { id, counts } }: { readonly details: ImportDetails }) {
  const guard = useGuardedChange();
  const { created, updated } = counts;
  return (
    <FormSection
      title="Take it back"
      about="Takes everything that this import brought off the desk, and puts back what it updated."
    >
      <Button
        variant="default"
        onClick={() =>
          guard.begin({
            verb: 'Take it back',
            warn: async () =>
              `${formatNumber(created)} new ${created === 1 ? 'record goes' : 'records go'}, with everything that was added to ${created === 1 ? 'it' : 'them'} since. ${formatNumber(updated)} updated ${updated === 1 ? 'one becomes what it was' : 'ones become what they were'}.`,
            make: async () => {
              await client.imports.takeBack({ id });
              await readImportsAnew();
              return 'The import is being taken back.';
            },
          })
        }
      >
        Take it back
      </Button>
      <ChangeNotice guard={guard} />
    </FormSection>
  );
}
