/** Words that say how something is asked rather than what about. Left out unless a query has nothing else. */
const list = `
a about above after again against all am an and any are aren as at be because been before being below between both but
by can cannot could couldn d did didn do does doesn doing don during each either else ever every few for from further
get got had hadn has hasn have haven having he hello help her here hers herself hi him himself his how i if in into is
isn it its itself just know let ll like m may me might more most much must my myself need no nor not of on once only or
other our ours ourselves own please re s same shall shan she should shouldn since so some such t tell than thank thanks
that the their theirs them themselves then there these they this those through to too until upon us ve very want was
wasn we were weren what when where whether which while who whom whose why will with within without won would wouldn yet
you your yours yourself yourselves`;

export const stopWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/));
