import { TagsInput } from '@mantine/core';
import { bindField, type FieldProps } from '../use-record-form.ts';
import classes from '../form.module.css';

export function TagsField<Values>({ form, name }: FieldProps<Values, readonly string[]>) {
  const { label, value, change } = bindField<Values, readonly string[]>(form, name);
  return (
    <TagsInput
      className={classes['wide'] ?? ''}
      label={label}
      description="Enter or a comma ends a tag."
      splitChars={[',']}
      maxTags={50}
      value={[...value]}
      onChange={(tags) => change(splitTags(tags))}
    />
  );
}

/** What is pasted or filled in at once may hold several. */
function splitTags(tags: readonly string[]): string[] {
  const parts = tags.flatMap((tag) => tag.split(',')).map((tag) => tag.trim());
  return [...new Set(parts.filter((tag) => tag !== ''))];
}
