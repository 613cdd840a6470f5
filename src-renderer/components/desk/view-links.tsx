import { NavLink } from 'react-router';
import classes from './view-links.module.css';

interface Props {
  readonly label: string;
  readonly links: readonly (readonly [path: string, title: string])[];
}

/** The lists that share one page. */
export function ViewLinks({ label, links }: Props) {
  return (
    <nav aria-label={label} className={classes['views']}>
      {links.map(([path, title]) => (
        <NavLink key={path} to={path} className={classes['view'] ?? ''}>
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
