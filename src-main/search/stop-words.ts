/** Words that say how something is asked rather than what about. Left out unless a query has nothing else. */
const english = `
a about above after again against all am an and any are aren as at be because been before being below between both but
by can cannot could couldn d did didn do does doesn doing don during each either else ever every few for from further
get got had hadn has hasn have haven having he hello help her here hers herself hi him himself his how i if in into is
isn it its itself just know let ll like m may me might more most much must my myself need no nor not of on once only or
other our ours ourselves own please re s same shall shan she should shouldn since so some such t tell than thank thanks
that the their theirs them themselves then there these they this those through to too until upon us ve very want was
wasn we were weren what when where whether which while who whom whose why will with within without won would wouldn yet
you your yours yourself yourselves`;

const german = `
aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist bitte da damit
danke dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du
durch ein eine einem einen einer eines er es etwas euch euer fur gegen haben hallo hat hatte hatten hier hin hinter ich
ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jene jetzt kann kannst kein keine
keinen konnen konnte machen man mein meine meinem meinen meiner mich mir mit muss mussen nach nicht nichts noch nun nur
ob oder ohne sehr sein seine seit sich sie sind so soll sollen solche sondern sonst uber um und uns unser unsere unter
viel vom von vor wann war waren warum was weg weil welche welchem welchen welcher welches wenn wer werde werden wie
wieder will wir wird wo wurde wurden zu zum zur zwischen`;

const french = `
ai alors apres as au aucun aussi autre aux avant avec avez avoir avons beaucoup bonjour c car ce cela ces cet cette ceux
chaque chez comme comment d dans de depuis des deux dois doit donc du elle elles en encore entre est et etaient etait
etant etc ete etes etre eu fait faire faut ici il ils j je l la le les leur leurs lors lorsque lui m ma mais me meme
merci mes moi mon n ne nos notre nous on ont ou par parce pas pendant peut peux plus pour pourquoi puis qu quand que
quel quelle quelles quels qui quoi s sa sans se sera ses si soit son sont sous suis sur t ta te tes toi ton tous tout
toute toutes tres tu un une vers vos votre vous y`;

const spanish = `
a al algo algun alguna ante antes aqui asi aunque bien cada como con contra cual cuales cuando de del desde donde dos e
el ella ellas ellos en entre era eran es esa ese eso esta estaba estan estar estas este esto estos estoy favor fue gracias
ha hace hacer han hasta hay he hola la las le les lo los mas me mi mis mucho muy nada ni no nos nosotros nuestra nuestro
o os otra otro para pero poder por porque pues puede puedo que quien quiero se sea ser si sido sin sobre solo son soy su
sus tambien tan te tener tengo tiene tienen toda todas todo todos tu tus un una uno unos usted y ya yo`;

const setOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const stopWords = setOf(english);
const others = [setOf(german), setOf(french), setOf(spanish)];

/** Of English, which is what titles are mostly in; takes a folded word. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/**
 * The stop words of a query: those of English, and those of the language that it shows itself to be in by at least two
 * of them and more than it has of English. A word like "die" or "son" is never left out of an English query.
 */
export function stopWordsFor(words: readonly string[]): (word: string) => boolean {
  const distinct = [...new Set(words)];
  const count = (list: ReadonlySet<string>): number => distinct.filter((word) => list.has(word)).length;
  let most = Math.max(1, count(stopWords));
  let language: ReadonlySet<string> | undefined;
  for (const list of others) {
    if (count(list) <= most) continue;
    most = count(list);
    language = list;
  }
  if (language === undefined) return isStopWord;
  const spoken = language;
  return (word) => spoken.has(word);
}
