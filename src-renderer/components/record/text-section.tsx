import { ForeignText } from '../foreign-text.tsx';
import classes from './record.module.css';

/** A long text of a record under its name; nothing where there is no text. */
export function TextSection({ title, text }: { readonly title: string; readonly text: string }) {
  if (text.trim() === '') return null;
  return (
    <section className={classes['text-section']}>
      <h2>{title}</h2>
      <ForeignText text={text} />
    </section>
  );
}
