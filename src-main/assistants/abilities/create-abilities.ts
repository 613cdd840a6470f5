import { performance } from 'node:perf_hooks';
import type { Ability } from '../../../src-shared/domain/abilities.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { WorkbenchDatabase } from '../../db/open-database.ts';
import type { Ports } from '../../ports.ts';
import type { AbilityCaller, AbilityDraft, AbilityMaterial, AbilityRun } from '../../tools/ability-material.ts';
import type { ModelConnection } from '../connections/model-connection.ts';
import type { AbilityList } from './ability-list.ts';
import { type AnswerShape, describeShape, schemaOf, shapeAnswer } from './answer-shape.ts';
import { askModel } from './ask-model.ts';
import { type ApplyDraft, createApplyDraft } from './apply-draft.ts';
import { checkParameters } from './check-parameters.ts';
import { createDraftShelf, type DraftShelf } from './draft-shelf.ts';
import { type FilledPrompt, fillPrompt } from './fill-prompt.ts';
import { planWrite, writeOut } from './plan-write.ts';
import { type ReadAnswer, readAnswer } from './read-answer.ts';
import { readSubject, type Subject, type SubjectSources } from './read-subject.ts';
import { answerByRule, describeNoRule } from './without-model/answer-by-rule.ts';
import { writeAnswer } from './write-answer.ts';

interface Needs extends SubjectSources {
  readonly list: AbilityList;
  readonly database: Pick<WorkbenchDatabase, 'connection' | 'inChangeSet'>;
  readonly ports: Pick<Ports, 'now' | 'uuid' | 'randomBytes'>;
  /** Throws a sentence for one that is gone. */
  readonly openConnection: (id: string) => ModelConnection;
  /** The id of the workbench's default connection, or `none`. */
  readonly defaultConnection: () => string;
}

/** A run as far as it is settled before anybody is asked. */
export interface PreparedRun {
  readonly connection: ModelConnection;
  readonly model: string;
  readonly subject: Subject;
  readonly shape: AnswerShape;
  readonly filled: FilledPrompt;
}

export interface Abilities extends AbilityMaterial, Pick<AbilityList, 'get' | 'save' | 'remove' | 'onChange'> {
  list(): ReturnType<AbilityList['list']>;
  openConnection(ability: Ability): ModelConnection;
  /** What would be sent, and to whom. */
  prepare(run: AbilityRun, caller: Omit<AbilityCaller, 'signal'>): Promise<PreparedRun>;
  /** Goes on with what was prepared. */
  finish(run: AbilityRun, prepared: PreparedRun, signal: AbortSignal): Promise<AbilityDraft>;
  /** Drafts that somebody looks at. */
  readonly drafts: Pick<DraftShelf, 'keep'>;
  apply: ApplyDraft;
}

/** Runs AI abilities: reads what they are run over, asks a model or a rule, and takes the answer for what it must be. */
export function createAbilities(needs: Needs): Abilities {
  const { desk, search, list, ports, openConnection, defaultConnection } = needs;
  const open = (ability: Ability): ModelConnection => {
    const id = ability.connectionId ?? defaultConnection();
    if (id !== 'none') return openConnection(id);
    const message = `"${ability.name}" uses the default AI connection, and there is none. Choose one under AI connections.`;
    throw new AppError('conflict', message);
  };

  const findTrouble = (ability: Ability): string | undefined => {
    if (ability.inactive) return `The AI ability "${ability.name}" is inactive.`;
    try {
      return open(ability).isOffline && ability.withoutModel === 'none' ? describeNoRule(ability) : undefined;
    } catch (error) {
      if (error instanceof AppError) return error.message;
      throw error;
    }
  };

  const prepare: Abilities['prepare'] = async (run, caller) => {
    const { ability } = run;
    const connection = open(ability);
    const parameters = checkParameters(ability, run.parameters);
    const subject = await readSubject({ desk, search }, ability, run.subject, caller);
    const shape = shapeAnswer(ability, subject, desk);
    const filled = fillPrompt({
      ...{ ability, subject, parameters, now: ports.now() },
      choices: shape.kind === 'choice' ? shape.choices.map(({ name }) => name) : undefined,
      answer: describeShape(shape),
      mark: ports.randomBytes(6).toString('hex'),
    });
    const model = connection.isOffline ? '' : ability.model || connection.model;
    return { connection, model, subject, shape, filled };
  };

  const finish: Abilities['finish'] = async ({ ability, onText }, prepared, signal) => {
    const { connection, subject, shape } = prepared;
    const started = performance.now();
    const asked = connection.isOffline
      ? { read: answerByRule(ability, subject, shape), inputTokens: 0, outputTokens: 0 }
      : await ask(ability, prepared, signal, onText);
    const text = writeOut(asked.read);
    if (connection.isOffline) onText?.(text);
    const write = planWrite(ability, subject, asked.read);
    return {
      text,
      ...(write && { write }),
      basis: {
        revision: subject.revision,
        ...(subject.kind === 'ticket' && { ticketStatus: subject.ticket.statusKind }),
      },
      run: {
        ...{ ability: ability.name, connection: connection.name, model: prepared.model },
        ...{ ruleBased: connection.isOffline, inputTokens: asked.inputTokens, outputTokens: asked.outputTokens },
        milliseconds: Math.round(performance.now() - started),
      },
    };
  };

  const drafts = createDraftShelf(ports);

  return {
    ...list,
    drafts,
    apply: createApplyDraft({ database: needs.database, desk, drafts, ports }),
    openConnection: open,
    findTrouble,
    describeOutside(ability) {
      const connection = open(ability);
      if (connection.isOffline) return undefined;
      return `The AI ability "${ability.name}" asks a model through the connection "${connection.name}".`;
    },
    prepare,
    finish,
    draft: async (run, caller) => finish(run, await prepare(run, caller), caller.signal),
    write: (draft, { principal, viewer }, at) => writeAnswer({ desk, principal, viewer, at, draft }),
  };
}

async function ask(
  ability: Ability,
  { connection, model, filled, shape }: PreparedRun,
  signal: AbortSignal,
  onText: AbilityRun['onText'],
): Promise<{ read: ReadAnswer; inputTokens: number; outputTokens: number }> {
  const { mostTokens, seconds } = ability;
  const question = { ...filled, model, mostTokens, seconds, schema: schemaOf(shape), signal, onText };
  const { text, ...tokens } = await askModel(connection, question);
  return { read: readAnswer(text, shape), ...tokens };
}
