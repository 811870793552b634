import { describe, expect, it } from 'vitest';
import type { RoundSummary } from '#shared/contract/congress.ts';
import type { CertifiedRound, ScreenView } from '#shared/contract/publication.ts';
import { STREET_METHOD } from '#shared/domain/method.ts';
import { resultRows } from '#web/screen/result-rows.ts';
import { follow } from '#web/screen/screen-follow.ts';
import { screenScene } from '#web/screen/screen-scene.ts';

const AT = '2026-11-24T09:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString();

function aRound(change: Partial<RoundSummary> = {}): RoundSummary {
  return {
    id: 'gETNgU-JKyrGIo5-bq92qg', number: 1, kind: 'first', state: 'armed', places: 6,
    candidates: [1, 2, 3, 4, 5, 6, 7, 8], fingerprint: 'ABCDEFGH01234567',
    armedAt: AT, openedAt: null, closesAt: null, closedAt: null, ...change,
  };
}

function aResult(change: Partial<CertifiedRound> = {}): CertifiedRound {
  return {
    number: 1, kind: 'first', fingerprint: 'ABCDEFGH01234567', outcomeHash: '0'.repeat(64),
    summoned: 60, present: 55, issued: 55, received: 53, valid: 53, abstained: 3, invalid: 0, places: 6,
    counts: [50, 48, 47, 40, 39, 35, 20, 21].map((votes, index) => ({ number: index + 1, votes })),
    selected: [1, 2, 3, 4, 5, 6], tied: [], keyWork: [7, 8], placesLeft: 0, final: true, ruling: null, certifiedAt: AT,
    ...change,
  };
}

function aView(congress: Partial<ScreenView['congress']> = {}, change: Partial<ScreenView> = {}): ScreenView {
  return {
    now: AT,
    congress: {
      id: '-7F8MZ5ydxSi1C8essvowA', title: '街道居民议政会议', place: '宁围', year: 2026, profile: 'street',
      rehearsal: true, state: 'voting', method: STREET_METHOD, round: aRound(), ...congress,
    },
    projects: [], summoned: 60, present: 55, quorum: { needed: 40, met: true }, issued: 0, received: 0,
    adoptions: [], scrutineers: [], results: [], voided: null, boothAddress: 'https://vote.example/b/-7F8MZ5ydxSi1C8essvowA', ...change,
  };
}

const carried = { votesFor: 50, votesAgainst: 2, votesAbstain: 3, carried: true, hash: '0'.repeat(64), adoptedAt: AT };

describe('the scene of the hall screen', () => {
  it('waits, then shows the check-in with the first delegate', () => {
    expect(screenScene(aView({ state: 'preparing', round: null }, { present: 0 })).kind).toBe('waiting');
    expect(screenScene(aView({ state: 'preparing', round: null }, { present: 1 })).kind).toBe('check-in');
  });

  it('shows each adoption with its latest show of hands', () => {
    const lost = { ...carried, subject: 'method' as const, carried: false };
    const won = { ...carried, subject: 'method' as const };
    const scene = screenScene(aView({ state: 'adopted', round: null }, { adoptions: [lost, won] }));
    expect(scene).toEqual({ kind: 'adoption', method: won, scrutineers: null });
  });

  it.each([
    [aRound({ state: 'prepared' }), 'manifest'],
    [aRound({ state: 'armed' }), 'armed'],
    [aRound({ state: 'open', openedAt: AT }), 'voting'],
    [aRound({ state: 'open', openedAt: AT, closesAt: later(60) }), 'countdown'],
    [aRound({ state: 'closed' }), 'closed'],
    [aRound({ state: 'confirmed' }), 'counting'],
    [aRound({ state: 'frozen' }), 'counting'],
    [aRound({ state: 'tallied' }), 'counting'],
  ])('follows the round (%#: %o)', (round, kind) => {
    expect(screenScene(aView({ round })).kind).toBe(kind);
  });

  it('has no totals before gate 2, even when an older round has a result', () => {
    const results = [aResult({ final: false })];
    for (const state of ['armed', 'open', 'closed', 'confirmed', 'frozen', 'tallied'] as const) {
      const scene = screenScene(aView({ round: aRound({ number: 2, state }) }, { results }));
      expect(scene).not.toHaveProperty('result');
    }
  });

  it('shows the result of a certified round and keeps it until the next manifest stands', () => {
    const result = aResult({ final: false, selected: [1], tied: [2, 3] });
    const certified = aView({ round: aRound({ state: 'certified' }) }, { results: [result] });
    expect(screenScene(certified)).toEqual({ kind: 'result', result });
    const next = aRound({ id: 'hETNgU-JKyrGIo5-bq92qg', number: 2, state: 'prepared', fingerprint: null });
    expect(screenScene(aView({ round: next }, { results: [result] }))).toEqual({ kind: 'result', result });
    expect(screenScene(aView({ round: { ...next, fingerprint: 'X'.repeat(16) } }, { results: [result] })).kind).toBe('manifest');
  });

  it('says that a round is void until the next manifest stands', () => {
    const voided = { number: 1, kind: 'first' as const, ruling: { text: '本轮作废', by: '主持人', reason: '收回多于发出' } };
    expect(screenScene(aView({ round: aRound({ state: 'void' }) }, { voided }))).toEqual({ kind: 'void', voided });
    const next = aRound({ id: 'hETNgU-JKyrGIo5-bq92qg', number: 2, kind: 'repeat', state: 'prepared', fingerprint: null });
    expect(screenScene(aView({ round: next }, { voided })).kind).toBe('void');
    expect(screenScene(aView({ round: { ...next, fingerprint: 'X'.repeat(16) } })).kind).toBe('manifest');
  });

  it('announces once published, and says when the meeting is adjourned', () => {
    const round = aRound({ state: 'certified' });
    expect(screenScene(aView({ state: 'published', round }, { results: [aResult()] })).kind).toBe('announcement');
    expect(screenScene(aView({ state: 'adjourned', round }, { results: [aResult()] })).kind).toBe('adjourned');
  });
});

describe('rows of a result', () => {
  it('ranks by votes and draws the cut-off after the places', () => {
    const rows = resultRows(aResult());
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 6, 8, 7]);
    expect(rows.findIndex((row) => row.cutOff)).toBe(5);
    expect(rows.map((row) => row.standing)).toEqual([...Array.from({ length: 6 }, () => 'selected'), 'key-work', 'key-work']);
  });

  it('shows a tie as a tie: equals share the rank and none is put on a list', () => {
    const counts = [50, 48, 47, 40, 39, 30, 30, 10].map((votes, index) => ({ number: index + 1, votes }));
    const rows = resultRows(aResult({ counts, selected: [1, 2, 3, 4, 5], tied: [6, 7], keyWork: [], placesLeft: 1, final: false }));
    expect(rows.filter((row) => row.standing === 'tied').map((row) => [row.number, row.rank])).toEqual([[6, 6], [7, 6]]);
    expect(rows.at(-1)?.standing).toBe('pending');
  });

  it('says that a ruling chose among equals', () => {
    const counts = [50, 48, 47, 40, 39, 30, 30, 10].map((votes, index) => ({ number: index + 1, votes }));
    const rows = resultRows(aResult({ counts, selected: [1, 2, 3, 4, 5, 7], tied: [6, 7], keyWork: [6, 8] }));
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5, 7, 6, 8]);
    expect(rows.find((row) => row.number === 7)).toMatchObject({ standing: 'selected', byRuling: true, rank: 6, cutOff: true });
    expect(rows.find((row) => row.number === 6)).toMatchObject({ standing: 'key-work', byRuling: false, rank: 6 });
  });

  it('draws the cut-off after the selected where fewer than the places passed', () => {
    const rows = resultRows(aResult({ selected: [1, 2, 3], keyWork: [], placesLeft: 3, final: false }));
    expect(rows.findIndex((row) => row.cutOff)).toBe(2);
  });
});

describe('following the answers', () => {
  it('drops an answer that is older than the one on the screen', () => {
    const shown = follow(null, aView({}, { now: later(5), issued: 10 }));
    expect(follow(shown, aView({}, { now: AT, issued: 3 }))).toBe(shown);
  });

  it('never lets papers or ballots of a round run backwards', () => {
    const shown = follow(null, aView({}, { issued: 55, received: 40 }));
    const next = follow(shown, aView({}, { now: later(1), issued: 54, received: 35 }));
    expect(next.view).toMatchObject({ issued: 55, received: 40 });
    expect(next.stepsBack).toEqual([]);
  });

  it('starts again at zero with another round', () => {
    const shown = follow(null, aView({}, { issued: 55, received: 53 }));
    const round = aRound({ id: 'hETNgU-JKyrGIo5-bq92qg', number: 2 });
    expect(follow(shown, aView({ round }, { now: later(9) })).view).toMatchObject({ issued: 0, received: 0 });
  });

  it('says why there are fewer present, and keeps saying it while nothing else happens', () => {
    const shown = follow(null, aView({}, { present: 55 }));
    const fell = follow(shown, aView({}, { now: later(1), present: 54 }));
    expect(fell.stepsBack).toEqual([{ kind: 'present-fell', from: 55, to: 54 }]);
    const same = follow(fell, aView({}, { now: later(6), present: 54 }));
    expect(same.stepsBack).toEqual(fell.stepsBack);
    expect(follow(same, aView({}, { now: later(7), present: 56 })).stepsBack).toEqual([]);
  });

  it('says that the roll was corrected when fewer are summoned', () => {
    const shown = follow(null, aView({}, { summoned: 60 }));
    expect(follow(shown, aView({}, { now: later(1), summoned: 59 })).stepsBack).toEqual([{ kind: 'summoned-fell', from: 60, to: 59 }]);
  });

  it('says that the opening was taken back or the countdown called off', () => {
    const open = follow(null, aView({ round: aRound({ state: 'open', openedAt: AT, closesAt: later(60) }) }));
    const off = follow(open, aView({ round: aRound({ state: 'open', openedAt: AT }) }, { now: later(1) }));
    expect(off.stepsBack).toEqual([{ kind: 'countdown-called-off' }]);
    const back = follow(off, aView({ round: aRound({ state: 'armed' }) }, { now: later(2) }));
    expect(back.stepsBack).toEqual([{ kind: 'opening-taken-back' }]);
  });
});
