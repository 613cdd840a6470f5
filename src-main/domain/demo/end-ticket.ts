import type { StepDefinition } from './scenario-definition.ts';
import type { Telling } from './telling.ts';

/** Told and closed in one go, or told first and closed when the user has said that it works or has not answered. */
export function tellFix(telling: Telling, texts: readonly string[], step: StepDefinition): void {
  const { world, scenario, user, state, random } = telling;
  const { status, voices } = world;
  const seconds = telling.worked('fix', step);
  const note = telling.fromAgent(texts);
  if (telling.impersonal || random.chance(0.62)) {
    state.closureNote = telling.say(scenario.closure);
    telling.tell(
      'fix',
      telling.byAgent({ kind: 'closure', outcome: 'Close', note, seconds, status: status.closed }),
      step,
    );
    return;
  }
  telling.tell(
    'fix',
    telling.byAgent({ kind: 'reply', outcome: 'Resolve', note, seconds, status: status.resolved }),
    step,
  );
  if (random.chance(0.6)) {
    const thanks = telling.fromUser(voices.thanks);
    telling.tell('thanks', { kind: 'reply', outcome: 'User reply', note: thanks, user, status: status.userUpdated });
    close(telling, false);
  } else close(telling, true);
}

/** Closes what is not closed yet; now and then the user comes back. */
export function endTicket(telling: Telling): void {
  const { world, story, user, random, reopenStatus } = telling;
  const { status, voices } = world;
  if (story.over) return;
  if (story.status !== status.closed) close(telling, false);
  if (reopenStatus === null || telling.impersonal || telling.parented || story.over || !random.chance(0.045)) return;
  const complaint = telling.fromUser(voices.reopen);
  telling.tell('reopen', {
    kind: 'reopening',
    outcome: 'Reopened by user',
    note: complaint,
    user,
    status: reopenStatus,
  });
  const look = telling.say(voices.slots['second_look'] ?? ['Looking again.']);
  const seconds = telling.worked('note');
  telling.tell(
    'note',
    telling.byAgent({
      kind: 'note',
      outcome: 'Private note',
      note: look,
      seconds,
      private: true,
      status: status.inProgress,
    }),
  );
  const cure = telling.fromAgent(voices.refix);
  telling.tell(
    'fix',
    telling.byAgent({
      kind: 'closure',
      outcome: 'Close',
      note: cure,
      seconds: telling.worked('fix'),
      status: status.closed,
    }),
  );
}

function close(telling: Telling, automatic: boolean): void {
  const { world, scenario, story, state } = telling;
  if (story.over) return;
  const { closed } = world.status;
  state.closureNote = telling.say(scenario.closure);
  if (automatic) {
    const note = telling.say(world.voices.auto_close);
    telling.tell('autoClose', { kind: 'closure', outcome: 'Close automatically', note, status: closed });
  } else
    telling.tell(
      'close',
      telling.byAgent({ kind: 'closure', outcome: 'Close', note: state.closureNote, status: closed }),
    );
}
