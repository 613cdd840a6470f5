import { Button, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { signInWith, useSignInRefusal } from '../api/sign-in.ts';
import { CopyButton } from '../components/copy-button.tsx';
import classes from './sign-in-page.module.css';

const command = 'npx halo-mcp-workbench link';

/** Shown instead of the app to a page without a session. What was typed before stays in the page's drafts. */
export function SignInPage() {
  const [link, setLink] = useState('');
  const refusal = useSignInRefusal((state) => state.sentence);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void signInWith(readToken(link));
  };
  return (
    <main className={classes['page']}>
      <title>Sign in · Halo MCP Workbench</title>
      <form className={classes['box']} onSubmit={submit}>
        <h1>Sign in with a link</h1>
        <p>
          The workbench prints a sign-in link when it starts. It works once, for ten minutes. For a new one, run this in
          a terminal on this machine:
        </p>
        <p className={classes['command']}>
          <code className="mono">{command}</code>
          <CopyButton text={command} what="the command" />
        </p>
        <TextInput
          label="Sign-in link"
          description="Open the link in this browser, or paste it here."
          autoFocus
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
          error={refusal}
        />
        <Button type="submit" disabled={link.trim() === ''}>
          Sign in
        </Button>
      </form>
    </main>
  );
}

/** From the whole link, or from the token alone. */
function readToken(text: string): string {
  const trimmed = text.trim();
  return /#token=(.+)$/.exec(trimmed)?.[1] ?? trimmed;
}
