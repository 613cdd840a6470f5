import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useHashScroll } from '../../components/contents/use-hash-scroll.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { NotFoundRecord } from '../../components/record/not-found-record.tsx';
import { useUrlState } from '../../components/use-url-state.ts';
import { AbilityEditor } from './ability-editor.tsx';
import { RemoveAbility } from './remove-ability.tsx';
import { useAbilities } from './use-abilities.ts';

const path = '/abilities';
const urlDefaults = { copy: undefined } as const;

/** One ability: its form, and what it answers. `new` in the address is one that is not saved yet, or a copy of another. */
export function AbilityPage() {
  const { id } = useParams();
  const [{ copy }] = useUrlState(urlDefaults);
  const { abilities, error } = useAbilities();
  const isNew = id === 'new';
  useHashScroll(abilities !== undefined);
  const stored = abilities?.find((each) => each.id === id);
  const source = isNew ? abilities?.find((each) => each.id === copy)?.ability : undefined;
  if (!isNew && abilities !== undefined && stored === undefined) return <NotFoundRecord back={path} />;
  return (
    <>
      <PageHeader
        above={<Link to={path}>AI abilities</Link>}
        title={isNew ? 'New AI ability' : (stored?.ability.name ?? 'AI ability')}
        actions={
          stored && (
            <>
              <Button variant="default" component={Link} to={`${path}/new?copy=${stored.id}`}>
                Clone
              </Button>
              <RemoveAbility stored={stored} />
            </>
          )
        }
      />
      {error !== null && <ErrorState error={error} what="The AI abilities could not be read" />}
      {abilities !== undefined && (
        <AbilityEditor key={`${id} ${copy ?? ''}`} stored={stored} {...(source && { source })} />
      )}
    </>
  );
}
