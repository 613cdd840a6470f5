import { Suspense, useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { usePageKeys } from '../components/use-page-keys.ts';
import { useConnection } from '../api/connection.ts';
import { usePreferences } from '../components/preferences.ts';
import { CommandPalette } from './command-palette.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { SignInPage } from './sign-in-page.tsx';
import classes from './shell.module.css';

export function Shell() {
  const state = useConnection((connection) => connection.state);
  const toggleNavigation = usePreferences((preferences) => preferences.toggleNavigation);
  const { pathname, search } = useLocation();
  const content = useRef<HTMLElement>(null);
  const first = useRef(true);
  usePageKeys([['mod+b', toggleNavigation]]);

  useEffect(() => {
    // A new page is read from its top; the first one leaves the focus to the browser.
    if (first.current) first.current = false;
    else {
      content.current?.focus({ preventScroll: true });
      content.current?.scrollTo({ top: 0 });
    }
  }, [pathname]);

  if (state === 'signed-out') return <SignInPage />;
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#content">
        Skip to the page
      </a>
      <Navigation />
      <div className={classes['right']}>
        <ConnectionBanner />
        {/* The address changes before the page does: this is the one that is shown. */}
        <main id="content" ref={content} tabIndex={-1} className={classes['content']} data-at={`${pathname}${search}`}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <CommandPalette />
      <ShortcutSheet />
    </div>
  );
}
