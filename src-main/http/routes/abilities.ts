import type { AbilityView } from '../../../src-shared/api/abilities.ts';
import { toTimestamp } from '../../../src-shared/api/timestamp.ts';
import { defaultEndpointId } from '../../../src-shared/domain/endpoint-settings.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';
import type { ListedAbility } from '../../assistants/abilities/ability-list.ts';
import type { PlannedWrite, WrittenAnswer } from '../../tools/ability-material.ts';
import { os } from '../implementer.ts';
import type { DoorCore } from '../route-context.ts';
import { administratorOf, runAbility, showPrompt, toAbilityRun } from '../run-ability.ts';

export const abilityRoutes = {
  list: os.abilities.list.handler(({ context: { core } }) => ({
    abilities: core.abilities.list().map((each) => view(core, each)),
  })),
  save: os.abilities.save.handler(({ context: { core, actor }, input: { id, version, ability } }) =>
    view(core, core.abilities.save(id, ability, actor, version)),
  ),
  remove: os.abilities.remove.handler(({ context: { core, actor }, input: { id } }) => {
    const { ability, shipped } = core.abilities.get(id);
    core.abilities.remove(id, actor);
    return { message: shipped ? `"${ability.name}" is as it was shipped.` : `"${ability.name}" was deleted.` };
  }),
  prompt: os.abilities.prompt.handler(async ({ context, input }) =>
    showPrompt(await context.core.abilities.prepare(toAbilityRun(input), administratorOf(context))),
  ),
  run: os.abilities.run.handler(({ context, input, signal }) =>
    runAbility(context, input, signal ?? new AbortController().signal),
  ),
  apply: os.abilities.apply.handler(({ context, input: { draftId, note } }) => {
    const { written, write } = context.core.abilities.apply({ draftId, note, ...administratorOf(context) });
    return describeWritten(written, write);
  }),
};

function view(core: DoorCore, { id, version, shipped, saved, ability }: ListedAbility): AbilityView {
  const trouble = core.abilities.findTrouble(ability);
  const connection = describeConnection(core, ability);
  return {
    ...{ id, version, shipped, ability, tools: listTools(core, id) },
    ...(saved && { savedAt: toTimestamp(saved.at), savedBy: saved.by }),
    ...(connection && { connection }),
    ...(trouble !== undefined && { trouble }),
  };
}

function describeConnection(core: DoorCore, ability: ListedAbility['ability']): AbilityView['connection'] {
  try {
    const { name, model, isOffline } = core.abilities.openConnection(ability);
    return { name, model: isOffline ? '' : ability.model || model, isOffline };
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function listTools({ endpoints }: DoorCore, abilityId: string): AbilityView['tools'] {
  return [endpoints.get(defaultEndpointId), ...endpoints.listCollections()].flatMap(({ id, settings }) =>
    settings.customTools
      .filter((tool) => tool.use === 'ai_ability' && tool.settings['abilityId'] === abilityId)
      .map(({ name }) => ({ endpointId: id, endpointName: endpoints.nameOf(id) ?? id, name })),
  );
}

function describeWritten({ articleId = 0, changed }: WrittenAnswer, write: PlannedWrite) {
  switch (write.to) {
    case 'note':
      return {
        message: `A ${write.public ? 'public' : 'private'} note was added to ticket ${write.ticketId}.`,
        record: { kind: 'ticket' as const, id: write.ticketId },
      };
    case 'field':
      return {
        message: changed ? `The ${write.field} of ${write.of} ${write.id} was changed.` : 'It held that already.',
        record: { kind: write.of, id: write.id },
      };
    case 'article':
      return {
        message: `Article ${articleId} was created${write.inactive ? '. It is inactive until somebody makes it active' : ''}.`,
        record: { kind: 'article' as const, id: articleId },
      };
  }
}
