/** As much of a Markdown tree as is needed here. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  data?: unknown;
  url?: string;
}

const untouched: ReadonlySet<string> = new Set(['link', 'linkReference', 'image', 'inlineCode', 'code', 'definition']);

/** A plugin of remark: numbers of these tickets become links, except inside of code and links. */
export function linkTickets(tickets: ReadonlySet<number>) {
  return () => (tree: Node) => linkWithin(tree, tickets);
}

function linkWithin(node: Node, tickets: ReadonlySet<number>): void {
  if (node.children === undefined || untouched.has(node.type)) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return splitText(child.value ?? '', tickets);
    linkWithin(child, tickets);
    return [child];
  });
}

function splitText(text: string, tickets: ReadonlySet<number>): Node[] {
  const parts: Node[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<![\w.,/:-])#?(\d{1,15})(?![\w/-]|[.,:]\d)/g)) {
    if (!tickets.has(Number(match[1]))) continue;
    if (match.index > from) parts.push({ type: 'text', value: text.slice(from, match.index) });
    parts.push({
      type: 'link',
      url: '',
      data: { hProperties: { 'data-ticket': match[1] } },
      children: [{ type: 'text', value: match[0] }],
    });
    from = match.index + match[0].length;
  }
  if (from === 0) return [{ type: 'text', value: text }];
  return from < text.length ? [...parts, { type: 'text', value: text.slice(from) }] : parts;
}
