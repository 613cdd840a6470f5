import { readActions } from './actions.ts';
import { hideQuoted } from './facts.ts';
import { plainRequest } from './plain-request.ts';

/** Of what may begin a request of its own. */
const commands =
  "(?:(?:please|also|finally|afterwards|then|kindly|just|simply|instead) )*(?:(?:can|could|would|will) you |i(?:'d| would) like (?:you )?to |i (?:want|need) you to |(?:i|we) (?:only |just )?(?:want|need)(?: to (?:know|see))? )?(?:i (?:only|just) (?:want|need)|i need (?:an?|the|some)|(?:log|raise|create|open|submit|file|report|make|register|add|write|leave|put|append|post|record|attach|find|search|look|list|show|get|read|display|view|fetch|give|tell|summari[sz]e|describe|assign|reassign|take|grab|claim|close|resolve|mark|complete|finish|reply|respond|answer|send|book|track|apply|accept|escalate|approve|reject|reopen|cancel|update|change|set|move|check|run|execute|reset|restart|reboot|do|place|sum|calculate|convert|pull|hand|order|request|delete|remove|translate|draft|notify|call(?! (?:with|from|about|to the|by)\\b)|use|email|mail|message|unlock|classify|ask (?!for\\b)|refund|deploy|clean|free|generate|remember|grant|revoke|block|archive|install|scan|ping|transfer|save|switch|turn|enter|note(?!s?:)|schedule|compare|count|have (?:it|them|that|her|him)|pop|stick|jot|bump|drop|park|retrieve|dig|hunt|whack|bung|throw|scribble|inform|identify|determine|phone|ping|reopen|resume|start|any(?= (?:[a-z]+ )?(?:kb|articles?|tickets?|guides?|how-?to|knowledge|docs?)\\b)|do we have|have we got|let me know|see (?:if|whether|what|how|who|which)|what|who|when|where|how|which|is there|are there|don't|do not|never|only|if (?:not|so|it|that|there(?:'s|'re)?|yes|no|we|they)|otherwise))";
const referring =
  /\b(?:it|them|this one|that one|(?:this|that|the)(?: \w+)? (?:ticket|incident|request|case|user|asset|article)|to me|ticket #?\d+|#\d+|\d+(?:[.,]\d+)? ?(?:hours?|minutes?|mins?|h)\b|(?:half )?an hour|note|comment|article|articles|similar)\b/i;
const noVerbs =
  'for|with|from|about|left|need|needs|want|wants|think|like|has|have|had|did|does|was|that|when|before|after|because|since|while|now|then|what|who|how|why|where|which|can|could|will|would|should|made|said|told|got|took|saw|sent|put|keep|keeps|let|help|helps|makes|gives|tells|shows|lets';
const joints = new RegExp(
  `(?:\\s*[,;]\\s*|\\s+)and(?: then)?\\s+(?=(?![a-z]+(?:ed|ing)\\b|(?:${noVerbs})\\b)[a-z]{3,} (?:it|them|her|him)\\b)|(?:\\s*[,;]\\s*|\\s+[–—-]\\s+|\\s+)(?:and then|and also|and after that|and afterwards|and after this|and when (?:that|this|it)(?:'s| is) done|and once (?:that|this|it)(?:'s| is) done|then|and|but|but also|plus|afterwards|after that|after this)[,]?\\s+(?=${commands}(?![\\w'-]))|(?:\\s*[,;]\\s*|\\s+)and\\s+(?=(?:has|have|had|does|do|did|is|are|was|were)\\s+(?:she|he|they|it|there|any(?:one|body)?|we)\\b)|:\\s+(?=${commands}\\s+(?:it|them|her|him)\\b|please\\s+${commands}\\b)|:\\s+(?=(?:how (?:do|does|can|should)|is there|are there|do we|what (?:do|does|is|are|should))\\b)|\\s*[,;]\\s+so,?\\s+(?=${commands}(?![\\w'-]))|\\s+so\\s+(?=(?:please|reopen|resume|close|resolve|log|raise|put|assign|cancel|restart|reset)\\b)|\\s*(?:[,;]|\\s[–—-])\\s+(?=${commands}(?![\\w'-]))`,
  'gi',
);
/** Where a free text begins, which is not taken apart any more unless what follows clearly speaks of the ticket. */
const textBegins =
  /\b(?:saying|to say|says|stating|that reads|with (?:the|a) (?:text|note|comment|message|reply))\b|:\s/i;
const telling = /^(?:i|we|my|our|the|this|it|he|she|they|his|her|their|there|since|somebody|someone|a user|users?)\b/i;
const asking = /^(?:who|what|which|where|when|how|why|is|are|do|does|did|has|have|was|were|am|any)\b/i;
const imperative = new RegExp(`^${commands}\\b`, 'i');

const auxiliary = /^(?:has|have|had|does|do|did|is|are|was|were)\b/i;
const dictating = /\b(?:notes?|comment|says?|said|wrote|writes|reason|resolution|summary|description|text)\b/i;
/** It asks for records of its own. */
const ofOtherKind =
  /\b(?:how many|what|which|any)\b.{0,20}\b(?:tickets|incidents|assets|devices|laptops?|computers?|phones|articles|users|people|sites|clients|equipment|hardware|kit)\b/i;

/** A list within a line: "1. ... 2. ...". */
const listed = /(?:^|\s)1[.)]\s[\s\S]*\s2[.)]\s/;

/** "Two things: ..." */
const announced =
  /^(?:(?:just |please |hi,? )*(?:two|three|four|a couple of|a few|some|several) (?:quick |short )?(?:things|jobs|requests|questions|tasks)(?: for you| please)?)\s*[:–—-]\s*/i;
/** More are not told apart. */
const mostSentences = 200;

/** Dots within numbers, names of files and quoted text end no sentence. */
export function splitSentences(said: string): string[] {
  const told = said.replace(announced, '');
  const message = listed.test(told) ? told.replaceAll(/(^|\s)[1-9][.)]\s+(?=\p{L})/gu, '\n') : told;
  const hidden = hideQuoted(message);
  const sentences: string[] = [];
  let from = 0;
  for (const end of hidden.matchAll(/[.!?]+(?=\s|$)|\n+|·(?=\s+\p{Lu})/gu)) {
    // A quoted sentence ends one only where it has ended itself.
    if (end[0] === '·' && !/[.!?]/.test(message.charAt(end.index - 1))) continue;
    const before = hidden.slice(from, end.index);
    if (/\b(?:e\.g|i\.e|no|nr|mr|mrs|ms|dr|etc|approx|ref|inc)$/i.test(before) && !end[0].includes('\n')) continue;
    if (sentences.length === mostSentences) break;
    sentences.push(message.slice(from, end.index + end[0].length).trim());
    from = end.index + end[0].length;
  }
  sentences.push(message.slice(from).trim());
  return sentences.filter((sentence) => sentence !== '');
}

const kind =
  '(?:(?:all |any |the |some |our |related |matching )*(?:open |closed )?(?:tickets?|incidents?|cases?|articles?|knowledge ?base(?: articles?)?|kb|assets?|users?|clients?|sites?|services?|(?:service )?catalogue))';
const ofTwo = new RegExp(
  `^((?:please )?(?:find|search|list|show|look|check|get|give|see|browse|query)\\b(?: me| up| through| in| for)*) (?:both )?(${kind})(\\s[^,;.]{2,60})? (?:and|as well as|plus|&) (?:in |for )?(${kind})(?=\\s+(?:about|on|for|with|of|from|that|mentioning|regarding|to|in)\\b)(.*)$`,
  'is',
);

/** "... and write \"Done\" as its note" is part of the same. */
const asItsNote =
  /^(?:write|put|add|enter|use|give|set)\b.{0,12}·.*\b(?:as|in|for) (?:its|the) (?:note|comment|text|reason)\b/i;

/** "Find tickets and articles about X" is two requests. */
function splitKinds(sentence: string): string[] {
  const [, verb = '', one = '', about = '', other = '', rest = ''] = ofTwo.exec(sentence) ?? [];
  if (verb === '') return [sentence];
  return [`${verb} ${one}${about.trim() === '' ? rest : about}`, `${verb} ${other}${rest}`];
}

export const splitSentence = (sentence: string): string[] => splitKinds(sentence).flatMap(splitJoints);

function splitJoints(sentence: string): string[] {
  const hidden = hideQuoted(sentence);
  const parts: string[] = [];
  let from = 0;
  for (const joint of hidden.matchAll(joints)) {
    const [before, after] = [hidden.slice(from, joint.index), hidden.slice(joint.index + joint[0].length)];
    const isFree = textBegins.test(before) && !/[·]["”'’]?\s*$/.test(before);
    if (isFree && !referring.test(after.slice(0, 60))) continue;
    // "If not, take it" is one.
    if (asItsNote.test(after) || (/^which\b/i.test(after) && !telling.test(before))) continue;
    if (/^\s*(?:(?:and|but)\s+)?(?:if|unless|otherwise|or else)\b[^,]*$/i.test(before)) continue;
    const said = plainRequest(before).text;
    // "Who logged it, and which client are they from" is one question.
    if (
      /^(?:who|what|when|where|how|which)\b.*\b(?:they|it|its|their|he|she)\b/i.test(after) &&
      asking.test(said) &&
      !ofOtherKind.test(after)
    )
      continue;
    if (joint[0].startsWith(':') && (imperative.test(said) || dictating.test(said))) continue;
    if (auxiliary.test(after) && !asking.test(said)) continue;
    if (!joint[0].startsWith(':') && readActions(said).length === 0 && !telling.test(said) && !imperative.test(said))
      continue;
    parts.push(sentence.slice(from, joint.index));
    from = joint.index + joint[0].length;
  }
  parts.push(sentence.slice(from));
  return parts.map((part) => part.replace(/[.!\s]+$/, (end) => (end.includes('?') ? end : '')));
}
