/** A noun as it stands inside a sentence: "ticket type" for "Ticket type", and "SLA" as it is. */
export function inSentence(noun: string): string {
  return /^[A-Z]{2}/.test(noun) ? noun : noun.charAt(0).toLowerCase() + noun.slice(1);
}
