import type { AbilityWrite } from '../../../src-shared/api/abilities.ts';
import { Properties } from '../record/properties.tsx';
import classes from './ability.module.css';

/** What applying a draft would write. */
export function PlannedWrite({ write }: { readonly write: AbilityWrite }) {
  return (
    <section aria-label="What it would write" className={classes['block']}>
      <h3>What it would write</h3>
      <Words write={write} />
    </section>
  );
}

function Words({ write }: { readonly write: AbilityWrite }) {
  switch (write.to) {
    case 'note':
      return (
        <p>
          A {write.public ? 'public note, which the user reads,' : 'private note'} on ticket {write.ticketId}, with the
          answer as its text.
        </p>
      );
    case 'field':
      if (write.before === write.after) {
        return (
          <p>
            Nothing: the {write.field} of {write.of} {write.id} is that already.
          </p>
        );
      }
      return (
        <Properties
          list={[
            [`${capitalised(write.field)} now`, <Text key="before" text={write.before} />],
            ['Afterwards', <Text key="after" text={write.after} />],
          ]}
        />
      );
    case 'article':
      return (
        <>
          <p>
            {write.inactive ? 'An inactive article, which nobody finds until it is made active' : 'An article'}, for{' '}
            {write.audience === 'agents' ? 'agents alone' : 'everyone'}, marked as made by AI.
          </p>
          <Properties
            list={[
              ['Title', <Text key="title" text={write.title} />, 'wide'],
              ['Description', <Text key="description" text={write.description} />, 'wide'],
              ['Resolution', <Text key="resolution" text={write.resolution} />, 'wide'],
              ['Tags', <Text key="tags" text={write.tags.join(', ')} />],
            ]}
          />
        </>
      );
  }
}

function Text({ text }: { readonly text: string }) {
  return text === '' ? <span className={classes['facts']}>Nothing</span> : <span className="foreign">{text}</span>;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
