import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import type { Ability } from '../../../src-shared/domain/abilities.ts';
import { WithContents } from '../../components/contents/with-contents.tsx';
import { SaveBar } from '../../components/form/save-bar.tsx';
import { useSaving } from '../../components/form/use-saving.ts';
import { AbilityForm } from './ability-form.tsx';
import { abilityLabels, newAbility, useAbilityForm } from './ability-words.ts';
import { TryAbility } from './try-ability.tsx';
import { saveAbility } from './use-abilities.ts';
import classes from './abilities.module.css';

const sections = [
  { id: 'what', title: 'What it is' },
  { id: 'prompt', title: 'Prompt' },
  { id: 'answer', title: 'Answer' },
  { id: 'model', title: 'Model and limits' },
  { id: 'try', title: 'Try it' },
];

interface Props {
  /** Undefined for one that is not saved yet. */
  readonly stored: AbilityView | undefined;
  /** What a new one is a copy of. */
  readonly source?: Ability;
}

export function AbilityEditor({ stored, source }: Props) {
  const navigate = useNavigate();
  const saved = useMemo(
    () => stored?.ability ?? (source === undefined ? newAbility : { ...source, name: `${source.name} (copy)` }),
    [stored, source],
  );
  const version = stored?.version ?? 0;
  const form = useAbilityForm(
    `ability/${stored?.id ?? (source === undefined ? 'new' : `copy of ${source.name}`)}`,
    saved,
    version,
  );
  const { draft, values, valid } = form;
  const send = async (_: unknown, from: number): Promise<void> => {
    const { id } = await saveAbility(stored?.id, values, stored === undefined ? undefined : from);
    if (stored === undefined) void navigate(`/abilities/${id}`, { replace: true });
  };
  const saving = useSaving(draft, send, { revision: version, valid });
  return (
    <WithContents entries={sections}>
      {stored?.trouble !== undefined && !stored.ability.inactive && (
        <p className={classes['trouble']}>
          {stored.trouble} <Link to="/connections">AI connections</Link>
        </p>
      )}
      <AbilityForm form={form} isNew={stored === undefined} tools={stored?.tools ?? []} />
      <SaveBar draft={draft} saving={saving} labels={abilityLabels} valid={valid} />
      <TryAbility id={stored?.id} ability={valid || isOnlyUnnamed(form.problems) ? named(values) : undefined} />
    </WithContents>
  );
}

/** A new one can be tried before it has a name. */
function isOnlyUnnamed(problems: Readonly<Record<string, string | undefined>>): boolean {
  return Object.keys(problems).every((name) => name === 'name');
}

function named(ability: Ability): Ability {
  return ability.name.trim() === '' ? { ...ability, name: 'New ability' } : ability;
}
