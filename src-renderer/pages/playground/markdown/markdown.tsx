import { memo, useMemo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { CodeBlock } from './code-block.tsx';
import { linkTickets } from './link-tickets.ts';
import { MarkdownLink } from './markdown-link.tsx';
import { splitBlocks } from './split-blocks.ts';
import classes from './markdown.module.css';

interface Props {
  readonly text: string;
  /** Whose numbers are links. */
  readonly tickets: ReadonlySet<number>;
}

/** What a model wrote, as it meant it to look: no HTML of its own, nothing fetched, links that say where they lead. */
export const Markdown = memo(function Markdown({ text, tickets }: Props) {
  const blocks = useMemo(() => splitBlocks(text), [text]);
  return (
    <div className={classes['markdown']} dir="auto">
      {blocks.map((block, index) => (
        // Blocks only ever grow at the end.
        <Block key={index} text={block} tickets={tickets} />
      ))}
    </div>
  );
});

const Block = memo(function Block({ text, tickets }: Props) {
  const plugins = useMemo(() => [remarkGfm, linkTickets(tickets)], [tickets]);
  return (
    <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={keepWebAddress}>
      {text}
    </ReactMarkdown>
  );
});

function keepWebAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '';
}

/** Below the heading of its turn, however a model numbers them. */
function heading(level: number) {
  return function Heading({ children }: { readonly children?: ReactNode }) {
    return <h3 data-level={level}>{children}</h3>;
  };
}

const components: Components = {
  a: MarkdownLink,
  pre: CodeBlock,
  h1: heading(1),
  h2: heading(2),
  h3: heading(3),
  h4: heading(3),
  h5: heading(3),
  h6: heading(3),
  img: ({ src, alt }) => (
    <span className={classes['image']}>
      Image{alt === undefined || alt === '' ? '' : `: ${alt}`}
      {typeof src === 'string' && src !== '' && <span className={classes['target']}> {src}</span>}
    </span>
  ),
  table: ({ children }) => (
    <div className={classes['table']} tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  input: ({ checked }) => <span className="mono">{checked === true ? '[x]' : '[ ]'}</span>,
};
