/** Checks of typed text: the sentence to show, or undefined when all is well. */
export function checkLine(max: number, whenEmpty?: string) {
  return (text: string): string | undefined => {
    if (whenEmpty !== undefined && text.trim() === '') return whenEmpty;
    return text.trim().length > max ? `At most ${max} characters.` : undefined;
  };
}

export function checkEmail(text: string): string | undefined {
  if (text.trim() === '') return 'An email address is needed.';
  return /^\S+@\S+\.\S+$/.test(text) ? undefined : 'Write it like name@example.com.';
}

export function checkChosen(sentence: string) {
  return (value: unknown): string | undefined => (value === undefined || value === null ? sentence : undefined);
}

/** A choice without which the form could not be sent. */
export function chosen(value: number | undefined): number {
  if (value === undefined) throw new Error('The form was sent without a choice that its checks ask for.');
  return value;
}
