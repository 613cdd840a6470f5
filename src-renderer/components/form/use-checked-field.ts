import { useState } from 'react';

/** An input's error, shown only after somebody has left the field. `check` returns the sentence, or undefined when all is well. */
export function useCheckedField(value: string, check: (value: string) => string | undefined) {
  const [left, setLeft] = useState(false);
  const problem = check(value);
  return { problem, props: { error: left ? problem : undefined, onBlur: () => setLeft(true) } };
}
