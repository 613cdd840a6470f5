import { isValidElement, type ComponentPropsWithoutRef, type ReactNode } from 'react';
import { CopyButton } from '../../../components/copy-button.tsx';
import classes from './markdown.module.css';

export function CodeBlock({ children }: ComponentPropsWithoutRef<'pre'>) {
  return (
    <div className={classes['code']}>
      <div className={classes['copy']}>
        <CopyButton text={textOf(children)} what="the code" />
      </div>
      <pre tabIndex={0} role="group" aria-label="Code">
        {children}
      </pre>
    </div>
  );
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  return isValidElement<{ readonly children?: ReactNode }>(node) ? textOf(node.props.children) : '';
}
