import { hideQuoted } from './facts.ts';

/** What is typed in a hurry, and how it is written otherwise. */
const shortForms = new Map(
  Object.entries({
    ...{ tkt: 'ticket', tkts: 'tickets', tckt: 'ticket', tix: 'tickets', incs: 'incidents', req: 'request' },
    ...{ pls: 'please', plz: 'please', plse: 'please', pleas: 'please', u: 'you', ur: 'your', ppl: 'people' },
    ...{ gimme: 'give me', lemme: 'let me', wanna: 'want to', gotta: 'have to', gonna: 'going to', lgo: 'log' },
    ...{ dont: "don't", doesnt: "doesn't", didnt: "didn't", cant: "can't", isnt: "isn't", wont: "won't" },
    ...{ couldnt: "couldn't", shouldnt: "shouldn't", arent: "aren't", hasnt: "hasn't", havent: "haven't" },
    ...{ whats: "what's", wheres: "where's", whos: "who's", hows: "how's", thats: "that's", theres: "there's" },
    ...{ im: "I'm", ive: "I've", wich: 'which', wat: 'what', wot: 'what', shud: 'should', cud: 'could', hv: 'have' },
    ...{ pwd: 'password', pw: 'password', passwd: 'password', abt: 'about', cos: 'because', coz: 'because' },
    ...{ tmrw: 'tomorrow', tmr: 'tomorrow', tomoz: 'tomorrow', yday: 'yesterday', msg: 'message', acct: 'account' },
    ...{ n: 'and', ya: 'you', nr: 'number', ph: 'phone' },
    ...{ cust: 'customer', svc: 'service', hw: 'hardware', sw: 'software', kbs: 'articles', thru: 'through' },
  }),
);

/** What misspelt words may have been meant as. */
const known =
  `assign assigned article articles asset assets ticket tickets incident incidents search create close client clients
  company customer customers update resolve reopen knowledge catalogue request requests priority comment comments reply
  password restart translate escalate summarise order about which please agent agents status details history similar
  suggestion suggestions similar category tomorrow yesterday weather minutes summary service services unlock number
  forward restart show find note list open take give tell what with read time site user have does from`
    .split(/\s+/)
    .filter((word) => word !== '');
const knownWords = new Set(known);
/** Words of their own, though they are nearly one of those. */
const otherWords = new Set(
  `assert asserts chose clone closet closer crate crease cremate starch thicket older odder revolve statue replay resent
  abort witch winch item form dose nodes costumer clientele numb numbed resolved slit evil snow slow onto pone ticked
  creates closes serviced`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const byLetter = new Map<string, string[]>();
for (const word of known) byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), word]);

function mendWord(word: string): string {
  const lower = word.toLowerCase();
  const short = shortForms.get(lower.replace('’', "'"));
  if (short !== undefined && word !== word.toUpperCase()) return short;
  if (word.length < 4 || word.length > 13 || /^.+\p{Lu}/u.test(word)) return word;
  if (knownWords.has(lower) || otherWords.has(lower)) return word;
  const candidates = [...(byLetter.get(lower.charAt(0)) ?? []), ...(byLetter.get(lower.charAt(1)) ?? [])];
  return candidates.find((each) => isMeant(lower, each)) ?? word;
}

/** Two letters the wrong way round; in a longer word also one letter wrong, missing or too many, but not its end. */
function isMeant(word: string, known_: string): boolean {
  if (Math.abs(word.length - known_.length) > 1 || word.startsWith(known_)) return false;
  let same = 0;
  while (same < word.length && word[same] === known_[same]) same += 1;
  const swapped = word.slice(0, same) + (word[same + 1] ?? '') + (word[same] ?? '') + word.slice(same + 2);
  if (swapped === known_) return true;
  if (word.length < 5 || known_.length < 6 || same === 0) return false;
  const rest = known_.slice(same + 1);
  return word.slice(same + 1) === rest || word.slice(same) === rest || word.slice(same + 1) === known_.slice(same);
}

/** Where what follows is somebody's own words. */
const ownWords = /\b(?:saying|says|stating|that reads|to say)\b|:\s|\s[-–—]\s/i;
const queue = /\b(my|the|our) q\b/gi;
const codes = /\b(inc|incident|tkt|ticket|sr|req|chg|prb|kb|art)[-_#]?0*([1-9]\d{0,5})\b(?![-.]\w)/gi;
const kindOfCode = (code: string): string =>
  /^(?:kb|art)$/i.test(code) ? 'article' : /^inc/i.test(code) ? 'incident' : 'ticket';

/** The message as it would be written with care; what is quoted or dictated is left as it is. */
export function tidyMessage(message: string): string {
  return message
    .split(/(?<=[.!?]\s|\n)/)
    .map((sentence) => {
      const hidden = hideQuoted(sentence);
      const end = ownWords.exec(hidden)?.index ?? sentence.length;
      let tidied = '';
      let from = 0;
      for (const { 0: word, index } of hidden
        .slice(0, end)
        .matchAll(/(?<![\p{L}\p{N}@._/#-])\p{L}+(?:['’]\p{L}+)?(?![\p{L}\p{N}@_/]|[.-][\p{L}\p{N}])/gu)) {
        tidied += sentence.slice(from, index) + mendWord(word);
        from = index + word.length;
      }
      const mended = tidied + sentence.slice(from, end);
      return (
        mended
          .replaceAll(queue, '$1 queue')
          .replaceAll(codes, (_, code: string, id: string) => `${kindOfCode(code)} ${id}`) + sentence.slice(end)
      );
    })
    .join('');
}
