import { create } from 'zustand';
import { useConnection } from './connection.ts';
import { signIn } from './session.ts';

interface Refusal {
  readonly sentence: string | undefined;
}

/** Why the last link was refused. */
export const useSignInRefusal = create<Refusal>(() => ({ sentence: undefined }));

/** Tries a one-time token; the page is back as soon as the event stream is. */
export async function signInWith(token: string): Promise<void> {
  try {
    const sentence = await signIn(token);
    useSignInRefusal.setState({ sentence });
    if (sentence === undefined) useConnection.getState().begin();
  } catch {
    useSignInRefusal.setState({ sentence: 'The workbench does not answer. Start it, then open its sign-in link.' });
  }
}
