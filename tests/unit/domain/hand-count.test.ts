import { describe, expect, it } from 'vitest';
import { countByHand } from '#shared/domain/round-by-hand.ts';
import { checkHandCount } from '#shared/domain/hand-count.ts';
import { fullRoundName, roundName } from '#shared/domain/round-name.ts';
import { handCountFacts } from '#tests/builders/round-facts.ts';

const { count, candidates, rule } = handCountFacts();

describe('a count by hand', () => {
  it.each([
    ['adds up', {}, null],
    ['has a vote too many for exactly six of fifty marked', { counts: count.counts.with(0, { number: 1, votes: 51 }) }, 'counts'],
    ['has a project with more votes than marked ballots', { counts: [51, 49, 40, 40, 40, 38, 27, 15].map((votes, index) => ({ number: index + 1, votes })) }, 'counts'],
    ['lacks a candidate', { counts: count.counts.slice(1) }, 'counts'],
    ['has candidates in another order', { counts: count.counts.toReversed() }, 'counts'],
    ['has more invalid and blank ballots than were received', { received: 2 }, 'received'],
    ['has less than nothing', { abstained: -1 }, 'counts'],
  ])('%s', (_, change, field) => {
    const verdict = checkHandCount({ ...count, ...change }, candidates, rule);
    expect(verdict.ok ? null : verdict.field).toBe(field);
  });

  it('has no abstention where the method offers none', () => {
    const verdict = checkHandCount(count, candidates, { ...rule, abstain: false });
    expect(verdict).toMatchObject({ ok: false, reason: 'bad-hand-count', field: 'abstained' });
  });

  it.each([
    [{ drawn: 1 }, 'paper-drawn'],
    [{ present: 39 }, 'quorum-missing'],
    [{ headCount: null }, 'head-count-missing'],
    [{ headCount: { counted: 54, reason: null } }, 'head-count-differs'],
    [{ congress: 'adjourned' }, 'wrong-congress-state'],
    [{ count: { ...count, issued: 56 } }, 'numbers-contradict'],
    [{ count: { ...count, issued: 52 } }, 'numbers-contradict'],
  ] as const)('is refused: %j', (change, reason) => {
    expect(countByHand('armed', handCountFacts(change))).toMatchObject({ ok: false, reason });
  });
});

it('a round has one name on every document', () => {
  expect(roundName(2)).toBe('第2轮');
  expect(fullRoundName({ number: 1, kind: 'first', hand: false })).toBe('第1轮');
  expect(fullRoundName({ number: 2, kind: 'revote', hand: false })).toBe('第2轮（得票相等再次投票）');
  expect(fullRoundName({ number: 3, kind: 'second-round', hand: false })).toBe('第3轮（不足应选数再次投票）');
  expect(fullRoundName({ number: 2, kind: 'repeat', hand: true })).toBe('第2轮（作废后重新投票，手工计票）');
});
