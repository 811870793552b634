import { describe, expect, it } from 'vitest';
import { checkDeletion, checkRetention, checkSecondPerson, dueDay, keptUntil } from '#shared/domain/retention.ts';
import type { KeptFacts } from '#shared/domain/retention.ts';
import { ROUND_STATES } from '#shared/domain/round.ts';

const PUBLISHED: KeptFacts = { rehearsal: false, months: 12, publishedOn: '2026-03-05', lastActOn: '2026-04-01', voted: true, rounds: ['certified'] };
const GIVEN_UP: KeptFacts = { ...PUBLISHED, publishedOn: null, rounds: ['void'] };
const NEVER_VOTED: KeptFacts = { ...GIVEN_UP, voted: false, rounds: [] };

function reasonOf(facts: KeptFacts, today: string): string {
  const verdict = checkDeletion(facts, today);
  return verdict.ok ? 'deletable' : verdict.reason;
}

describe('the day from which on a congress can be deleted', () => {
  it('counts months by the calendar', () => {
    expect([dueDay('2025-03-05', 12), dueDay('2025-08-31', 6), dueDay('2023-08-31', 6), dueDay('2025-12-31', 14)]).toEqual(['2026-03-05', '2026-02-28', '2024-02-29', '2027-02-28']);
  });

  it('counts from the publication, else from the last act, and not at all where nobody voted', () => {
    expect([PUBLISHED, GIVEN_UP, NEVER_VOTED].map(keptUntil)).toEqual(['2027-03-05', '2027-04-01', null]);
    // Once published, what is done later puts nothing off.
    expect(keptUntil({ ...PUBLISHED, lastActOn: '2029-01-01' })).toBe('2027-03-05');
  });

  it.each([
    ['published, the day before', PUBLISHED, '2027-03-04', 'retention-running'],
    ['published, on the day', PUBLISHED, '2027-03-05', 'deletable'],
    ['voted and given up, the day before', GIVEN_UP, '2027-03-31', 'retention-running'],
    ['voted and given up, on the day', GIVEN_UP, '2027-04-01', 'deletable'],
    ['nobody voted', NEVER_VOTED, '2026-04-01', 'deletable'],
    ['a round was prepared and nobody voted', { ...NEVER_VOTED, rounds: ['prepared'] }, '2026-04-01', 'deletable'],
    ['tallied, and nobody ever signed', { ...GIVEN_UP, rounds: ['tallied'] }, '2027-04-01', 'deletable'],
    ['a rehearsal at once', { ...PUBLISHED, rehearsal: true }, '2026-03-05', 'deletable'],
    ['a rehearsal that was given up', { ...GIVEN_UP, rehearsal: true }, '2026-04-01', 'deletable'],
  ] as const)('%s', (_name, facts, today, expected) => expect(reasonOf(facts, today)).toBe(expected));

  it('never comes while a round is between arming and the opening of its box, not in a rehearsal either', () => {
    const held = ROUND_STATES.filter((state) => reasonOf({ ...NEVER_VOTED, rehearsal: true, rounds: ['void', state] }, '2099-01-01') === 'round-under-way');
    expect(held).toEqual(['armed', 'open', 'closed', 'confirmed', 'frozen']);
  });

  it('names the day', () => {
    expect(checkDeletion(GIVEN_UP, '2026-04-02')).toMatchObject({ figures: { day: '2027-04-01' } });
  });
});

it('the time of keeping is only lengthened once it runs', () => {
  expect(checkRetention(null, 12, 6).ok).toBe(true);
  expect(checkRetention('2027-04-01', 12, 12).ok).toBe(true);
  expect(checkRetention('2027-04-01', 12, 11)).toMatchObject({ reason: 'retention-shorter', figures: { months: 12 } });
});

describe('the second signature', () => {
  const asked = { accountId: 'a', askedBy: '王工', askedAt: 100 };

  it.each([
    ['another clerk', { id: 'b', name: '李工', askedAt: 100 }, null],
    ['who asked', { id: 'a', name: '王工', askedAt: 100 }, 'second-person-needed'],
    ['who asked, under another account or as scrutineer', { id: 'c', name: '王 工', askedAt: 100 }, 'second-person-needed'],
    ['under a wish that was withdrawn and made anew', { id: 'b', name: '李工', askedAt: 99 }, 'deletion-unasked'],
  ])('%s', (_name, second, expected) => {
    const verdict = checkSecondPerson(asked, second);
    expect(verdict.ok ? null : verdict.reason).toBe(expected);
  });

  it('has nothing to stand under before the first', () => {
    expect(checkSecondPerson(null, { id: 'b', name: '李工', askedAt: 100 })).toMatchObject({ reason: 'deletion-unasked' });
  });
});
