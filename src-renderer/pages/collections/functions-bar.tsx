import { Button } from '@mantine/core';
import { ChoiceFilter, type Choice } from '../../components/choice-filter.tsx';
import { Count } from '../../components/count.tsx';
import { SearchField } from '../../components/search-field.tsx';
import type { ChangeCollectionUrl, CollectionUrl } from './collection-url-state.ts';
import { kindChoices, sourceChoices, stateChoices } from './filter-functions.ts';
import { isChanged, type FunctionRow } from './function-rows.ts';
import classes from './collections.module.css';

interface Props {
  readonly url: CollectionUrl;
  readonly onChange: ChangeCollectionUrl;
  readonly rows: readonly FunctionRow[];
  readonly shown: readonly FunctionRow[];
  readonly onTurn: (names: readonly string[], on: boolean) => void;
  readonly onUndoAll: () => void;
}

/** Searches and filters the functions, and turns all that are shown on or off at once. */
export function FunctionsBar({ url, onChange, rows, shown, onTurn, onUndoAll }: Props) {
  const off = shown.filter(({ on }) => !on).map(({ tool }) => tool.name);
  const on = shown.filter((row) => row.on).map(({ tool }) => tool.name);
  const unsaved = rows.filter(isChanged).length;
  const filter = (name: 'state' | 'kind' | 'source', title: string, choices: readonly Choice[]) => (
    <ChoiceFilter
      name={title}
      choices={choices}
      single
      value={url[name] === undefined ? [] : [url[name]]}
      onChange={([value]) => onChange({ [name]: value }, { replace: true })}
    />
  );
  return (
    <>
      <div className={classes['bar']}>
        <SearchField
          label="Search functions"
          value={url.search}
          width={220}
          onChange={(search) => onChange({ search }, { replace: true })}
        />
        {filter('state', 'State', stateChoices)}
        {filter('kind', 'Kind', kindChoices)}
        {filter('source', 'Source', sourceChoices)}
        <span className={classes['grow']} />
        <Count of={shown.length} one="function" many="functions" />
      </div>
      <div className={classes['bar']}>
        <TurnButton verb="Turn on" names={off} onClick={() => onTurn(off, true)} />
        <TurnButton verb="Turn off" names={on} onClick={() => onTurn(on, false)} />
        {unsaved > 0 && (
          <Button variant="default" onClick={onUndoAll}>
            Undo {unsaved === 1 ? '1 change' : `${unsaved} changes`}
          </Button>
        )}
      </div>
    </>
  );
}

interface TurnProps {
  readonly verb: string;
  readonly names: readonly string[];
  readonly onClick: () => void;
}

/** It stays where the focus is when nothing is left for it to do. */
function TurnButton({ verb, names, onClick }: TurnProps) {
  const isIdle = names.length === 0;
  return (
    <Button variant="default" aria-disabled={isIdle} data-disabled={isIdle} onClick={isIdle ? undefined : onClick}>
      {verb} {isIdle ? 'all shown' : `${names.length} shown`}
    </Button>
  );
}
