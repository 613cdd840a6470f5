import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ability } from '../../../src-shared/domain/abilities.ts';
import { client } from '../../api/client.ts';
import { AbilityParameters } from '../../components/ability/ability-parameters.tsx';
import { AbilityResult } from '../../components/ability/ability-result.tsx';
import {
  type AbilityQuestion,
  startAbility,
  stopAbility,
  useAbilityRuns,
} from '../../components/ability/ability-runs.ts';
import { SentPrompt } from '../../components/ability/sent-prompt.tsx';
import { describeError } from '../../components/describe-error.ts';
import { FormSection } from '../../components/form/form-section.tsx';
import { readNumber } from '../../components/read-number.ts';
import { useUrlState } from '../../components/use-url-state.ts';
import { ArticleField, TextToRun, TicketField } from './subject-field.tsx';
import classes from './abilities.module.css';

interface Props {
  /** Undefined for one that is not saved yet. */
  readonly id: string | undefined;
  /** As the form says; undefined while that cannot be run. */
  readonly ability: Ability | undefined;
}

const urlDefaults = { ticket: undefined, article: undefined } as const;

/** Runs the ability as the form says, saved or not, and shows what was sent and what came back. */
export function TryAbility({ id, ability }: Props) {
  const key = `page/${id ?? 'new'}`;
  const [url, setUrl] = useUrlState(urlDefaults);
  const [text, setText] = useState('');
  const [parameters, setParameters] = useState<Readonly<Record<string, string>>>({});
  const run = useAbilityRuns(({ runs }) => runs[key]);
  const prompting = useMutation({
    mutationFn: (asked: AbilityQuestion) => client.abilities.prompt({ ...asked, parameters: { ...asked.parameters } }),
  });
  const question =
    ability &&
    toQuestion(ability, { ticket: readNumber(url.ticket), article: readNumber(url.article), text }, parameters);
  const isRunning = run?.state === 'running';
  const start = (): void => {
    prompting.reset();
    if (question !== undefined) void startAbility(key, question);
  };
  return (
    <FormSection
      id="try"
      title="Try it"
      about="Runs it as the form says, saved or not. Nothing is written before you apply what it answers."
    >
      <div className={classes['try']}>
        {ability?.input === 'ticket' && (
          <TicketField
            id={readNumber(url.ticket)}
            onChange={(ticket) => setUrl({ ticket: String(ticket) }, { replace: true })}
          />
        )}
        {ability?.input === 'article' && (
          <ArticleField
            id={readNumber(url.article)}
            onChange={(article) => setUrl({ article: String(article) }, { replace: true })}
          />
        )}
        {ability?.input === 'text' && <TextToRun text={text} onChange={setText} />}
        {ability !== undefined && (
          <AbilityParameters parameters={ability.parameters} values={parameters} onChange={setParameters} />
        )}
        {ability === undefined && <p className={classes['dim']}>Mend what is wrong above to try it.</p>}
        <div className={classes['buttons']}>
          {isRunning ? (
            <Button variant="default" onClick={() => stopAbility(key)}>
              Stop
            </Button>
          ) : (
            <Button disabled={question === undefined} onClick={start}>
              {run === undefined ? 'Run' : 'Run again'}
            </Button>
          )}
          <Button
            variant="default"
            disabled={question === undefined || isRunning}
            loading={prompting.isPending}
            onClick={() => question !== undefined && prompting.mutate(question)}
          >
            Show the prompt
          </Button>
        </div>
        {prompting.error !== null && (
          <p role="alert" className={classes['failed']}>
            {describeError(prompting.error).sentence}
          </p>
        )}
        {prompting.data !== undefined && <SentPrompt prompt={prompting.data} opened />}
        {run !== undefined && prompting.data === undefined && <AbilityResult run={run} />}
      </div>
    </FormSection>
  );
}

interface Chosen {
  readonly ticket: number | undefined;
  readonly article: number | undefined;
  readonly text: string;
}

/** Undefined while there is nothing to run it over, or something that it asks for is missing. */
function toQuestion(
  ability: Ability,
  { ticket, article, text }: Chosen,
  given: Readonly<Record<string, string>>,
): AbilityQuestion | undefined {
  const { input } = ability;
  const known = ability.parameters.map(({ name }) => name);
  const parameters = Object.fromEntries(
    Object.entries(given).filter(([name, value]) => known.includes(name) && value.trim() !== ''),
  );
  if (ability.parameters.some(({ name, fallback }) => fallback === '' && parameters[name] === undefined))
    return undefined;
  if (input === 'ticket') return ticket === undefined ? undefined : { ability, ticketId: ticket, parameters };
  if (input === 'article') return article === undefined ? undefined : { ability, articleId: article, parameters };
  return text.trim() === '' ? undefined : { ability, text, parameters };
}
