import type { ComponentPropsWithoutRef } from 'react';
import { Link } from 'react-router';
import { readNumber } from '../../../components/read-number.ts';
import { recordPath } from '../../../components/record/record-path.ts';
import classes from './markdown.module.css';

type Props = ComponentPropsWithoutRef<'a'> & { readonly 'data-ticket'?: string };

const mostShown = 80;

/** A ticket of the desk, or an address elsewhere, which is shown in full: what a link says is somebody else's text. */
export function MarkdownLink({ href, children, 'data-ticket': ticket }: Props) {
  const id = readNumber(ticket);
  if (id !== undefined) return <Link to={recordPath('ticket', id)}>{children}</Link>;
  if (href === undefined || href === '') return <span>{children}</span>;
  const said = typeof children === 'string' ? children : '';
  return (
    <>
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" title={href}>
        {children}
      </a>
      {said !== href && (
        <span className={classes['target']}> ({href.length > mostShown ? `${href.slice(0, mostShown)}…` : href})</span>
      )}
    </>
  );
}
