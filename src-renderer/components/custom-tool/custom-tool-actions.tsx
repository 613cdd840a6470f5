import { Button } from '@mantine/core';
import { client } from '../../api/client.ts';
import { ChangeNotice } from '../change/change-notice.tsx';
import { useGuardedChange } from '../change/use-guarded-change.ts';
import { Note } from './note.tsx';
import { useCustomToolUrl } from './custom-tool-url.ts';
import classes from './custom-tool.module.css';

interface Props {
  /** `default` or the id of a collection. */
  readonly endpoint: string;
  readonly name: string;
  /** Why nothing can be made of it. */
  readonly broken?: string | undefined;
  /** The tool is gone. */
  readonly onDeleted: () => void;
}

/** What can be done with a custom tool, in the panel of the tool. */
export function CustomToolActions({ endpoint, name, broken, onDeleted }: Props) {
  const { open } = useCustomToolUrl();
  const guard = useGuardedChange();
  const remove = (): void =>
    guard.begin({
      verb: 'Delete it',
      warn: async () => `${name} is deleted. ${await describeLoss(endpoint, name)}`,
      make: async () => {
        const { message } = await client.customTools.delete({ endpoint, name });
        onDeleted();
        return message;
      },
    });
  return (
    <div className={classes['actions-box']}>
      {broken !== undefined && <Note state="bad" word="Not offered." sentence={broken} />}
      <div className={classes['actions']}>
        <Button variant="default" onClick={() => open(`edit:${name}`)}>
          Edit
        </Button>
        <Button variant="default" onClick={() => open(`copy:${name}`)}>
          Copy to…
        </Button>
        <Button variant="default" onClick={remove}>
          Delete
        </Button>
      </div>
      <ChangeNotice guard={guard} />
    </div>
  );
}

/** What connected clients would notice. */
async function describeLoss(endpoint: string, name: string): Promise<string> {
  const isOther = (tool: { readonly name: string }): boolean => tool.name !== name;
  if (endpoint === 'default') {
    const { settings } = await client.endpoint.get();
    const { message } = await client.endpoint.preview({
      change: { customTools: settings.customTools.filter(isOther) },
    });
    return message;
  }
  const { settings } = await client.collections.get({ collection: endpoint });
  const changes = { customTools: settings.customTools.filter(isOther) };
  return (await client.collections.difference({ collection: endpoint, changes })).message;
}
