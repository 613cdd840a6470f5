import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Keyboard, PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { useMediaQuery } from '@mantine/hooks';
import { Link, useLocation } from 'react-router';
import { modifierKey } from '../components/modifier-key.ts';
import { usePreferences } from '../components/preferences.ts';
import { pages } from '../pages/index.ts';
import type { Page } from '../pages/page.ts';
import { ColorSchemeMenu } from './color-scheme-menu.tsx';
import { EndpointLight } from './endpoint-light.tsx';
import { openShortcutSheet } from './shortcut-sheet.tsx';
import classes from './navigation.module.css';

type ShownPage = Page & Required<Pick<Page, 'navigation'>>;

const shown = pages.filter((page): page is ShownPage => page.navigation !== undefined);
const sections = [...new Set(shown.map(({ navigation }) => sectionOf(navigation)))];
const groups = sections.map((section) => {
  const inSection = shown.filter(({ navigation }) => sectionOf(navigation) === section);
  return { section, group: inSection[0]?.navigation.group, pages: inSection };
});

/** Pages without a group stand at the beginning or at the end. */
function sectionOf({ group, atEnd }: ShownPage['navigation']): string {
  return group ?? (atEnd === true ? 'end' : 'begin');
}

export function Navigation() {
  const { navigationCollapsed, toggleNavigation } = usePreferences();
  const narrow = useMediaQuery('(max-width: 900px)', window.innerWidth <= 900);
  const collapsed = narrow || navigationCollapsed;
  return (
    <section aria-label="Workbench" className={classes['bar']} data-collapsed={collapsed || undefined}>
      <div className={classes['head']}>
        {!collapsed && <span className={classes['product']}>Halo MCP Workbench</span>}
        {!narrow && (
          <Tooltip label={`${collapsed ? 'Show' : 'Hide'} names (${modifierKey}+B)`}>
            <ActionIcon aria-label={collapsed ? 'Show names' : 'Hide names'} onClick={toggleNavigation}>
              {collapsed ? <PanelLeftOpen size={16} /> : <PanelLeftClose size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <UnstyledButton
        className={classes['search']}
        onClick={spotlight.open}
        aria-label={collapsed ? 'Search' : undefined}
        title="Pages, records and commands"
      >
        <Search size={14} aria-hidden />
        {!collapsed && (
          <>
            <span>Search</span>
            <Kbd size="xs">{modifierKey} K</Kbd>
          </>
        )}
      </UnstyledButton>
      <nav aria-label="Pages" className={classes['pages']}>
        {groups.map(({ section, group, pages: inGroup }) => (
          <div key={section} className={classes['group']} data-end={section === 'end' || undefined}>
            {group !== undefined && <div className={classes['group-name']}>{collapsed ? '' : group}</div>}
            <ul>
              {inGroup.map((page) => (
                <li key={page.path}>
                  <PageLink page={page} collapsed={collapsed} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className={classes['foot']}>
        <EndpointLight collapsed={collapsed} />
        <div className={classes['tools']}>
          <ColorSchemeMenu />
          <Tooltip label="Keyboard shortcuts (?)">
            <ActionIcon aria-label="Keyboard shortcuts" onClick={openShortcutSheet}>
              <Keyboard size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </section>
  );
}

function PageLink({ page, collapsed }: { readonly page: ShownPage; readonly collapsed: boolean }) {
  const { icon: Icon, also = [] } = page.navigation;
  const { pathname } = useLocation();
  const isHere = [page.path, ...also].some((path) => pathname === path || pathname.startsWith(`${path}/`));
  const link = (
    <Link
      to={page.path}
      className={classes['link'] ?? ''}
      aria-label={page.title}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon size={16} aria-hidden />
      {!collapsed && <span className="one-line">{page.title}</span>}
    </Link>
  );
  if (!collapsed) return link;
  return (
    <Tooltip label={page.title} position="right" openDelay={100}>
      {link}
    </Tooltip>
  );
}
