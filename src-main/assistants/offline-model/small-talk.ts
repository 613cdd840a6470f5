import type { ToolProfile } from './tool-profile.ts';

const chat = String.raw`(?:ok(?:ay)?|great|perfect|thanks|thank you|thx|ta|cheers|cool|nice(?: one)?|super|good|brilliant|awesome|lovely|excellent|well done|wonderful|fantastic|very much|so much|a lot|a million|hello|hi+|hiya|hey|there|good (?:morning|afternoon|evening|night|day)|bye|goodbye|see you(?: later| tomorrow)?|that(?:'s| is| will be| would be) (?:all|it|great|perfect|fine|helpful|very helpful|good|everything|very kind|kind)|all good|for (?:now|today|your help|the help|that|everything|helping)|you(?:'re| are) (?:a star|great|the best|awesome|very kind|a legend|amazing)|(?:i )?appreciate (?:it|that)|never ?mind|forget (?:it|about it)|no(?: problem| worries|pe)?|yes|yep|sure|got it|i see|understood|makes sense|ha(?:ha)+|lol|again|mate|bot|assistant|team|everyone|and|please|so|then|too|now|today)`;
const onlyChat = new RegExp(String.raw`^(?:${chat}[\s,!.…;:)–-]*)+$`, 'i');
const opening = new RegExp(
  String.raw`^(?:(?:ok(?:ay)?|ha(?:ha)+|lol|hi+|hiya|hey|hello|nice one|well|so|by the way|btw|just|good (?:morning|afternoon|evening))(?: there| again)?[\s,!.:–-]+)+`,
  'i',
);

/** What one says to somebody, not to a service desk's tools. */
const talk: readonly (readonly [RegExp, string])[] = [
  [
    /^what (?:can|could|do|else can) (?:you|u) (?:do|help|offer|know)\b(?! (?:about|with) (?:ticket|#?\d))|^(?:who|what) are you\b(?! (?:logged|signed|acting|working))|^how (?:can|do) (?:you help|i use you|you work|this work)|^(?:can you |please )?help(?: me)?[?!. ]*$|^what (?:tools|commands|functions) (?:do you have|are there|can you use)|^(?:introduce|tell me about) yourself/i,
    'help',
  ],
  [
    /^(?:are|r) you (?:a |an |really |actually |even )*(?:robot|bot|human|real|person|machine|ai|alive|there|ok|okay|well|happy|sad|tired|busy|awake|married|single|smart|stupid|serious|sure|kidding|joking|conscious|a fan)\b|^(?:do|would|did|can|have|could|will) you (?:ever |really |actually |even |also )*(?:like|love|enjoy|hate|think|feel|believe|dream|sleep|eat|drink|get tired|get bored|have (?:feelings|a name|friends|hobbies|a favou?rite)|prefer|dance|sing|laugh|cook|fall|watch|miss)\b|^what(?:'s| is) your (?:favou?rite|name|opinion|view|age|mood)|^i (?:really )?(?:love|like|hate|miss|adore) (?:you|this bot|talking to you)\b|^(?:can|do) you (?:hear|see|understand) me\b|^what do you (?:think|feel|like|reckon|prefer|love)\b|^how (?:are|r) (?:you|things|u)\b|^how(?:'s| is) (?:it going|your day|life|everything)|^how old are you|^where (?:do you live|are you from)|^what(?:'s| is) up\??$|^who (?:made|built|created|trained) you/i,
    'I am the offline model of this workbench: rules that choose tools, with no opinions and no moods. What can I do for you?',
  ],
  [
    /\b(?:tell|know|got|heard|have|say|make|give)\b.{0,20}\b(?:a |any |some |another |good )*(?:jokes?|riddles?|puns?)\b|^why (?:did|do|does|don't|was|are) (?:the|a|an|all)\b.{0,60}\b(?:cross|road|bar|never|always|break up|sad|cold|afraid)\b|\bknock,? knock\b|\b(?:write|compose|make|sing|recite|give|tell)\b (?:me |us )?(?:up )?(?:an? |some |another )?(?:\w+ ){0,2}(?:poem|haiku|limerick|song|rap|story|sonnet|novel|ballad|verse|fairy ?tale|lullaby)s?\b|^sing\b/i,
    'I only call tools and tell what comes of it; jokes, poems and stories are beyond me.',
  ],
];

/** An answer to what asks for nothing that a tool does; undefined when something is asked for. */
export function answerTalk(message: string, profiles: readonly ToolProfile[]): string | undefined {
  const said = message.trim();
  if (onlyChat.test(said))
    return /\b(?:hi+|hiya|hello|hey|good (?:morning|afternoon|evening|day))\b/i.test(said)
      ? 'Hello. What can I do for you?'
      : 'You are welcome. What else can I do for you?';
  const plain = said
    .replace(opening, '')
    .replace(/^(?:please|(?:can|could|would|will) you(?: please)?)\s+(?=\w)/i, (lead) =>
      /^please/i.test(lead) ? '' : lead,
    );
  for (const [pattern, answer] of talk) {
    if (!pattern.test(plain) && !pattern.test(plain.replace(/^(?:can|could|would|will) you(?: please)? /i, '')))
      continue;
    return answer === 'help'
      ? `I can use these tools: ${listTools(profiles, 40)}. Ask for what you want in plain English, with the numbers of tickets, articles or assets where you have them.`
      : answer;
  }
  return undefined;
}

export function listTools(profiles: readonly ToolProfile[], most: number): string {
  const names = profiles.slice(0, most).map(({ tool }) => tool.title ?? tool.name);
  return profiles.length > most ? `${names.join(', ')} and ${profiles.length - most} more` : names.join(', ');
}
