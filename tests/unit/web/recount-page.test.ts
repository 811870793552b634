import { describe, expect, it } from 'vitest';
import { CHECK_NAMES } from '#shared/ballot-paper/check-name.ts';
import { inGroups } from '#web/public/check-groups.ts';
import type { RecountedRound } from '#web/public/recount-job.ts';
import { type RoundProgress, soFar, takeNews } from '#web/public/recount-progress.ts';
import { comparePublication } from '#web/public/same-publication.ts';

const FINGERPRINT = '3DQG-V0FA-MWCC-P0TJ';
const HASH = 'a'.repeat(64);
const recounted = (number: number, change: Partial<RecountedRound> = {}): RecountedRound => ({
  name: `round-${String(number)}`, manifest: { title: '票选', number, fingerprint: FINGERPRINT }, outcomeHash: HASH, checks: [], withKeys: false, counted: null, ...change,
});
const published = (number: number) => ({ number, fingerprint: FINGERPRINT, outcomeHash: HASH });

describe('a record beside the announcement', () => {
  it('is the same only with every published round, fingerprint and outcome', () => {
    expect(comparePublication([recounted(1), recounted(2)], [published(1), published(2)]).same).toBe(true);
    expect(comparePublication([recounted(1)], [published(1), published(2)])).toEqual({ same: false, rounds: [{ number: 1, state: 'same' }, { number: 2, state: 'missing' }] });
    expect(comparePublication([recounted(1), recounted(2)], [published(1)]).same).toBe(false);
    expect(comparePublication([recounted(1, { outcomeHash: 'b'.repeat(64) })], [published(1)]).rounds).toEqual([{ number: 1, state: 'other' }]);
    expect(comparePublication([recounted(1, { manifest: null })], [published(1)]).same).toBe(false);
  });
});

describe('the progress of a recount', () => {
  it('knows every check from the start and follows each to its end', () => {
    const begun = takeNews([], { kind: 'begun', rounds: [{ name: 'round-1', checks: ['files', 'stamps'] }] });
    const running = takeNews(begun, { kind: 'progress', round: 'round-1', check: 'stamps', done: 3, total: 9 });
    expect(soFar(running)).toMatchObject({ done: 0, total: 2, now: { round: 'round-1', line: { name: 'stamps' } } });
    const news = [{ kind: 'checked', round: 'round-1', check: 'stamps', passed: false }, { kind: 'checked', round: 'round-1', check: 'files', passed: true }] as const;
    const ended = news.reduce<readonly RoundProgress[]>(takeNews, running);
    expect(soFar(ended)).toEqual({ done: 2, total: 2, now: null });
    expect(ended[0]?.checks.map(({ state }) => state.kind)).toEqual(['passed', 'failed']);
  });

  it('shows every check in exactly one group', () => {
    const shown = inGroups(CHECK_NAMES.map((name) => ({ name }))).flatMap(({ checks }) => checks.map(({ name }) => name));
    expect(shown.toSorted()).toEqual([...CHECK_NAMES].sort());
  });
});
