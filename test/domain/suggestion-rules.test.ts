import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  evaluateRules,
  type Match,
  type NumberedRule,
  type TicketFacts,
} from '../../src-main/domain/suggestions/evaluate-rules.ts';
import { suggestible } from '../../src-shared/domain/suggestion-rules.ts';

const day = 86_400_000;
const now = 1_000 * day;
const few = fc.integer({ min: 1, max: 3 });
const fewOrNone = fc.option(few);
const notes = fc.constantFrom('', '  ', 'Restarted it.', ' restarted\n IT. ', 'Replaced it.');

const facts = (id: fc.Arbitrary<number>): fc.Arbitrary<TicketFacts> =>
  fc.record({
    ...{ id, closed: fc.constantFrom(0, 1), openedAt: fc.integer({ min: 0, max: 20 }).map((days) => now - days * day) },
    ...{ type: few, category: fewOrNone, priority: few, team: fewOrNone, agent: fewOrNone, resolution: notes },
  });
// A few steps, so that tickets are often just as similar and often just on a rule's edge.
const score = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
const matches: fc.Arbitrary<Match[]> = fc.uniqueArray(
  fc.tuple(facts(fc.integer({ min: 1, max: 40 })), score).map(([of, found]) => ({ ...of, score: found })),
  { selector: ({ id }) => id, maxLength: 12 },
);
const rules: fc.Arbitrary<NumberedRule[]> = fc
  .array(
    fc.record({
      ...{ name: fc.constant('Rule'), proposes: fc.constantFrom(...suggestible), typeIds: fc.subarray([1, 2, 3]) },
      ...{ minimumScore: score, minimumMatches: fc.integer({ min: 1, max: 4 }) },
      minimumPercent: fc.option(fc.constantFrom(1, 34, 50, 75, 100)),
      ...{ closedOnly: fc.boolean(), lastDays: fc.option(fc.integer({ min: 1, max: 20 })) },
      ...{ autoApply: fc.boolean(), inactive: fc.boolean() },
    }),
    { maxLength: 5 },
  )
  .map((list) => list.map((rule, index) => ({ ...rule, id: index + 1 })));
const withdrawn = fc.subarray(['type 2', 'team 1', 'agent 3', 'agent 1']);

/** The rules in plain words, one value at a time: slow, and without the product's code. */
function suggestPlainly(ticket: TicketFacts, among: readonly Match[], all: readonly NumberedRule[], gone: string[]) {
  const others = among.filter(({ id }) => id !== ticket.id);
  const same = (one: unknown, other: unknown) =>
    typeof one === 'string' && typeof other === 'string'
      ? one.trim().split(/\s+/).join(' ').toLowerCase() === other.trim().split(/\s+/).join(' ').toLowerCase()
      : one === other;
  const found: Record<string, { agreed: number; considered: number; evidence: number[]; value: unknown } | null> = {};
  for (const rule of all) {
    if (found[rule.proposes] !== undefined || rule.inactive) continue;
    if (rule.typeIds.length > 0 && !rule.typeIds.includes(ticket.type)) continue;
    const counted = others
      .filter((each) => each.score >= rule.minimumScore)
      .filter((each) => !rule.closedOnly || each.closed === 1)
      .filter((each) => rule.lastDays === null || now - each.openedAt <= rule.lastDays * day)
      .sort((one, other) => (one.score === other.score ? one.id - other.id : other.score - one.score));
    let best: Match[] = [];
    for (const each of counted) {
      const value = each[rule.proposes];
      if (value === null || String(value).trim() === '' || gone.includes(`${rule.proposes} ${value}`)) continue;
      const agreeing = counted.filter((other) => same(other[rule.proposes], value));
      if (agreeing.length > best.length) best = agreeing;
    }
    const [likest] = best;
    if (likest === undefined || best.length < rule.minimumMatches) continue;
    if (rule.minimumPercent !== null && best.length * 100 < rule.minimumPercent * counted.length) continue;
    const value = likest[rule.proposes];
    const hasIt = rule.proposes === 'resolution' ? ticket.closed === 1 : ticket[rule.proposes] === value;
    const evidence = best.map(({ id }) => id);
    found[rule.proposes] = hasIt ? null : { value, agreed: best.length, considered: counted.length, evidence };
  }
  return Object.fromEntries(Object.entries(found).filter(([, each]) => each !== null));
}

test('Rules suggest what a plain reading of them does, whatever the tickets.', () => {
  fc.assert(
    fc.property(facts(fc.constant(7)), matches, rules, withdrawn, (ticket, among, all, gone) => {
      const isGivable = (proposes: string, id: number) => !gone.includes(`${proposes} ${id}`);
      const proposals = evaluateRules(all, { ticket, matches: among, now, isGivable });
      const told = Object.fromEntries(
        proposals.map(({ proposes, value, agreed, considered, evidence }) => [
          ...[proposes, { value, agreed, considered, evidence }],
        ]),
      ) as object;
      expect(told).toEqual(suggestPlainly(ticket, among, all, gone));
    }),
    { numRuns: 3_000 },
  );
});
