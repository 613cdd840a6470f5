import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface Props {
  readonly title: string;
  /** One line of what this page is. */
  readonly about?: ReactNode;
  /** The primary action and its companions. */
  readonly actions?: ReactNode;
  /** Where the page belongs, as a link back. */
  readonly above?: ReactNode;
}

export function PageHeader({ title, about, actions, above }: Props) {
  return (
    <header className={classes['header']}>
      <title>{`${title} · Halo MCP Workbench`}</title>
      <div className={classes['words']}>
        {above !== undefined && <div className={classes['above']}>{above}</div>}
        <h1 className="foreign">{title}</h1>
        {about !== undefined && <p>{about}</p>}
      </div>
      {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
    </header>
  );
}
