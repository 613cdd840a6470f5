import { Link, useLocation } from 'react-router';
import { useCurrentSection } from './use-current-section.ts';
import classes from './contents.module.css';

export interface ContentsEntry {
  /** Of its section. */
  readonly id: string;
  readonly title: string;
}

/** A long page's table of contents. */
export function Contents({ entries }: { readonly entries: readonly ContentsEntry[] }) {
  const { search } = useLocation();
  const current = useCurrentSection(entries.map(({ id }) => id));
  return (
    <nav aria-label="On this page" className={classes['contents']}>
      <ul>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <Link to={{ search, hash: id }} replace aria-current={id === current ? 'location' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
