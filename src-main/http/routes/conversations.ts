import { os } from '../implementer.ts';

export const conversationRoutes = {
  list: os.conversations.list.handler(({ context: { core }, input }) => core.conversations.list(input)),
  create: os.conversations.create.handler(({ context: { core }, input: { setup } }) =>
    core.conversations.create(setup),
  ),
  compare: os.conversations.compare.handler(({ context: { core }, input: { setups } }) =>
    core.conversations.compare(setups),
  ),
  get: os.conversations.get.handler(({ context: { core }, input: { id } }) => core.conversations.get(id)),
  update: os.conversations.update.handler(({ context: { core }, input: { id, ...changes } }) =>
    core.conversations.update(id, changes),
  ),
  remove: os.conversations.remove.handler(({ context: { core }, input: { id } }) => {
    core.conversations.remove(id);
    return {};
  }),
  follow: os.conversations.follow.handler(({ context: { core }, input: { id }, signal }) => {
    // A conversation that is gone is told at once, not by the stream.
    core.conversations.get(id);
    return core.conversations.follow(id, signal);
  }),
  turns: os.conversations.turns.handler(({ context: { core }, input: { id, before, limit } }) =>
    core.conversations.turns(id, before, limit),
  ),
  attempts: os.conversations.attempts.handler(({ context: { core }, input: { turnId } }) =>
    core.conversations.attempts(turnId),
  ),
  send: os.conversations.send.handler(({ context: { core }, input: { id, text } }) =>
    core.conversations.send(id, text),
  ),
  stop: os.conversations.stop.handler(async ({ context: { core }, input: { id } }) => {
    await core.conversations.stop(id);
    return {};
  }),
  retry: os.conversations.retry.handler(({ context: { core }, input: { id } }) => core.conversations.retry(id)),
  branch: os.conversations.branch.handler(({ context: { core }, input: { id, turn } }) =>
    core.conversations.branch(id, turn),
  ),
  rerunCall: os.conversations.rerunCall.handler(({ context: { core }, input: { itemId, arguments: given } }) =>
    core.conversations.rerunCall(itemId, given),
  ),
  decide: os.conversations.decide.handler(({ context: { core }, input: { itemId, decision } }) => {
    core.conversations.decide(itemId, decision);
    return {};
  }),
  grants: os.conversations.grants.handler(({ context: { core }, input: { conversationId } }) =>
    core.conversations.grants(conversationId),
  ),
  revokeGrant: os.conversations.revokeGrant.handler(({ context: { core }, input: { id } }) => {
    core.conversations.revokeGrant(id);
    return {};
  }),
  itemText: os.conversations.itemText.handler(({ context: { core }, input: { itemId, of } }) => ({
    text: core.conversations.itemText(itemId, of),
  })),
  exchanges: os.conversations.exchanges.handler(({ context: { core }, input: { turnId } }) =>
    core.conversations.exchanges(turnId),
  ),
  request: os.conversations.request.handler(({ context: { core }, input: { exchangeId } }) =>
    core.conversations.request(exchangeId),
  ),
  events: os.conversations.events.handler(({ context: { core }, input: { exchangeId, after, limit } }) =>
    core.conversations.events(exchangeId, after, limit),
  ),
  export: os.conversations.export.handler(({ context: { core }, input: { id, format } }) =>
    core.conversations.export(id, format),
  ),
  replay: os.conversations.replay.handler(({ context: { core }, input: { id } }) => core.conversations.replay(id)),
};
