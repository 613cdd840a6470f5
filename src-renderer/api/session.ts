const key = 'workbench-session';

/** The session of this tab: it survives a reload, and no other tab or program has it. */
function readSession(): string | undefined {
  return sessionStorage.getItem(key) ?? undefined;
}

function forgetSession(): void {
  sessionStorage.removeItem(key);
}

/** The one-time token of a sign-in link, taken out of the address so that it stays in no history. */
export function takeLinkToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

/** Exchanges a one-time token for a session. Returns the sentence to show when it is refused. */
export async function signIn(token: string): Promise<string | undefined> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const answer = (await response.json()) as { session?: string; message?: string };
  if (answer.session === undefined) return answer.message ?? 'The link was refused. Make a new one.';
  sessionStorage.setItem(key, answer.session);
  return undefined;
}

export async function signOut(): Promise<void> {
  await fetch('/session', { method: 'DELETE', headers: sessionHeaders() });
  forgetSession();
}

export function sessionHeaders(): Record<string, string> {
  const session = readSession();
  return session === undefined ? {} : { 'x-workbench-session': session };
}
