const phrase =
  /(?:\b(?:log|raise|create|open|submit|file|register|report|make|start)\s+(?:me\s+|us\s+)?(?:an?|another|new)|^(?:an?\s+)?new)\s+(?:new\s+)?((?:[\p{L}-]+\s+){0,3}?[\p{L}-]+)(?=\s+(?:for|about|to|that|regarding|because|with|saying|on|as|where|from|and|in|titled|called|asking|concerning)\b|\s*[:;,.!?-]|\s*$)/iu;
/** What a ticket is called however it is classed. */
const anyTicket =
  /^(?:new |support |urgent |quick |test |helpdesk |service desk |it )*(?:tickets?|calls?|cases?|issues?|faults?|one|requests?|problems?|bugs?|jobs?)$/i;

/** The name of a kind of ticket: "an access request", "of type Change", "a problem ticket". */
export function findTicketType(text: string): string | undefined {
  const said =
    /\b(?:of type|(?:ticket )?type(?: is|:| of)?|(?:it|this|that|one|ticket|log|raise|incident|request|him|her|them|me|\S+@\S+),? as an?)\s+["“']?([\p{L}][\p{L} -]*?)["”']?(?=\s+(?:for|about|to|that|with|and|saying|because)\b|[,.;:!?]|$)/iu.exec(
      text,
    )?.[1];
  const found = said ?? phrase.exec(text)?.[1];
  if (found === undefined || anyTicket.test(found)) return undefined;
  const bare = found.replace(/\s+(?:ticket|call|case)$/i, '').trim();
  // What is logged is at most three words; more is what it is about.
  if (bare === '' || bare.split(/\s+/).length > 3 || (bare === found && anyTicket.test(bare))) return undefined;
  return bare.replaceAll(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
