import { describe, expect, it } from 'vitest';
import type { RoundState } from '#shared/domain/round.ts';
import { STREET_METHOD } from '#shared/domain/method.ts';
import { dutyOf } from '#web/booth/booth-duty.ts';
import { screenOf } from '#web/booth/booth-screen.ts';
import { type BoothEvent, type BoothState, type BoothView, changeBooth, EMPTY_BOOTH, type Kept, type RoundEvent, type Terms } from '#web/booth/booth-state.ts';

const ROUND = 'r'.repeat(21) + 'A';
const NEXT = 's'.repeat(21) + 'A';
const TERMS: Terms = {
  fingerprint: 'AAAA-BBBB-CCCC-DDDD',
  options: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ number, title: `项目${number}` })),
  rule: { min: 6, max: 6, abstain: true },
  scrutineersChanged: false,
};
const NOTHING: Kept = { drawRequested: false, paperHere: false, selection: [], ballot: 'none', tracker: null };

type Standing = Partial<Pick<BoothView, 'checkedIn' | 'paper' | 'reopening'>> & { round?: RoundState | null; id?: string; fingerprint?: string };

function viewed({ round = 'armed', id = ROUND, fingerprint = TERMS.fingerprint, ...more }: Standing = {}): BoothEvent {
  const summary = { id, number: 1, kind: 'first', places: 6, candidates: [1, 2, 3, 4, 5, 6, 7, 8], fingerprint, armedAt: null, openedAt: null, closesAt: null, closedAt: null } as const;
  return {
    type: 'viewed',
    view: {
      delegate: { number: '001', name: '代表001', delegation: '第一组' },
      congress: {
        id: 'c'.repeat(21) + 'A', title: '会议', place: '街道', year: 2025, profile: 'street', rehearsal: true, state: 'voting',
        method: STREET_METHOD,
        round: round === null ? null : { ...summary, candidates: [...summary.candidates], state: round },
      },
      projects: [], checkedIn: true, paper: 'none', reopening: 'none', now: '2026-01-01T00:00:00Z', ...more,
    },
  };
}

function of(event: RoundEvent, roundId = ROUND): BoothEvent {
  return { type: 'round', roundId, event };
}

function after(...events: readonly BoothEvent[]): BoothState {
  return events.reduce(changeBooth, EMPTY_BOOTH);
}

const TRUSTED = of({ type: 'manifest-trusted', terms: TERMS });
const READ = of({ type: 'kept-read', kept: NOTHING });
const PAPER = of({ type: 'paper-here' });
const touch = (...numbers: readonly number[]) => numbers.map((number) => of({ type: 'touched', number }));
const ready = (standing: Standing = { round: 'open', paper: 'drawn' }) => [viewed(standing), TRUSTED, READ, PAPER];

describe('what the device has to do', () => {
  it.each([
    ['nothing is known', [], null],
    ['between rounds', [viewed({ round: null })], null],
    ['the round is prepared', [viewed({ round: 'prepared' })], null],
    ['armed: check the manifest first', [viewed()], 'read-manifest'],
    ['then see what was kept', [viewed(), TRUSTED], 'read-kept'],
    ['checked in: draw', [viewed(), TRUSTED, READ], 'draw-paper'],
    ['not checked in: wait', [viewed({ checkedIn: false }), TRUSTED, READ], null],
    ['checked out with a request on its way: still get the answer', [viewed({ checkedIn: false }), TRUSTED, of({ type: 'kept-read', kept: { ...NOTHING, drawRequested: true } })], 'draw-paper'],
    ['a late arrival draws while voting is open', [viewed({ round: 'open' }), TRUSTED, READ], 'draw-paper'],
    ['closed: nothing can be drawn', [viewed({ round: 'closed' }), TRUSTED, READ], null],
    ['an untrusted manifest stops everything', [viewed(), of({ type: 'manifest-untrusted', fingerprint: TERMS.fingerprint })], null],
    ['drawn elsewhere: wait for a scrutineer', [viewed({ paper: 'drawn', reopening: 'pending' }), TRUSTED, READ], null],
    ['drawn elsewhere and approved: take it up', [viewed({ paper: 'drawn', reopening: 'approved' }), TRUSTED, READ], 'take-paper-up'],
    ['drawn elsewhere and declined: stay', [viewed({ paper: 'drawn', reopening: 'declined' }), TRUSTED, READ], null],
    ['my own request, its answer lost: repeat it', [viewed({ paper: 'drawn' }), TRUSTED, of({ type: 'kept-read', kept: { ...NOTHING, drawRequested: true } })], 'draw-paper'],
    ['a refusal is not repeated by itself', [viewed(), TRUSTED, READ, of({ type: 'paper-refused', why: { ok: false, reason: 'bad-stamp' } })], null],
    ['the box is out: check that the ballot is in it', [...ready(), of({ type: 'received', tracker: 'T' }), viewed({ round: 'tallied', paper: 'drawn' })], 'check-inclusion'],
    ['a search that the delegate asked for goes first', [...ready(), of({ type: 'received', tracker: 'T' }), viewed({ round: 'tallied', paper: 'drawn' }), of({ type: 'search-wanted' })], 'search-record'],
    ['checked once is enough', [...ready(), of({ type: 'received', tracker: 'T' }), viewed({ round: 'certified', paper: 'drawn' }), of({ type: 'inclusion-checked', inclusion: 'included' })], null],
    ['with the paper here the delegate chooses', ready(), null],
    ['a ballot sealed before a reload is sent', [viewed({ round: 'open' }), TRUSTED, of({ type: 'kept-read', kept: { ...NOTHING, paperHere: true, ballot: 'sealed' } })], 'send-ballot'],
    ['also after the close: perhaps it had arrived', [viewed({ round: 'closed' }), TRUSTED, of({ type: 'kept-read', kept: { ...NOTHING, paperHere: true, ballot: 'sealed' } })], 'send-ballot'],
  ] as const)('%s', (_when, events, duty) => {
    expect(dutyOf(after(...events))).toBe(duty);
  });
});

describe('what the delegate sees', () => {
  it.each([
    ['waiting: the booth opens', [], { show: 'waiting', for: 'opening-booth' }],
    ['waiting: no round', [viewed({ round: null })], { show: 'waiting', for: 'no-round' }],
    ['waiting: not armed', [viewed({ round: 'prepared' })], { show: 'waiting', for: 'not-armed' }],
    ['waiting: check in at the desk, before any round', [viewed({ round: null, checkedIn: false })], { show: 'waiting', for: 'check-in' }],
    ['waiting: check in at the desk', [viewed({ checkedIn: false }), TRUSTED, READ], { show: 'waiting', for: 'check-in' }],
    ['waiting: drawing', [viewed(), TRUSTED, READ], { show: 'waiting', for: 'drawing' }],
    ['choosing before voting opens', ready({ paper: 'drawn' }), { show: 'choose', terms: TERMS, mayCast: false }],
    ['choosing while open', ready(), { show: 'choose', terms: TERMS, mayCast: true }],
    ['drawn elsewhere', [viewed({ paper: 'drawn' }), TRUSTED, READ], { show: 'elsewhere' }],
    ['closed while choosing', [...ready(), viewed({ round: 'closed', paper: 'drawn' })], { show: 'stopped', why: 'closed-before-casting' }],
    ['closed before drawing', [viewed({ round: 'closed' }), TRUSTED, READ], { show: 'stopped', why: 'closed-before-drawing' }],
    ['void, even with a receipt', [...ready(), of({ type: 'received', tracker: null }), viewed({ round: 'void', paper: 'drawn' })], { show: 'stopped', why: 'void' }],
    ['an untrusted manifest', [viewed(), of({ type: 'manifest-untrusted', fingerprint: TERMS.fingerprint })], { show: 'stopped', why: 'untrusted' }],
    ['the receipt, also after the close', [...ready(), of({ type: 'received', tracker: 'T' }), viewed({ round: 'closed', paper: 'drawn' })], { show: 'receipt', terms: TERMS }],
  ] as const)('%s', (_when, events, screen) => {
    expect(screenOf(after(...events))).toEqual(screen);
  });
});

describe('choosing', () => {
  it('refuses the seventh mark and keeps the six', () => {
    const { work } = after(...ready(), ...touch(1, 2, 3, 4, 5, 6, 7));
    expect(work?.selection).toEqual([1, 2, 3, 4, 5, 6]);
    expect(work?.refusal?.reason).toBe('too-many-selected');
  });

  it('takes a mark off again, and with it the refusal', () => {
    const { work } = after(...ready(), ...touch(1, 2, 3, 4, 5, 6, 7, 6));
    expect(work?.selection).toEqual([1, 2, 3, 4, 5]);
    expect(work?.refusal).toBeNull();
  });

  it('lets five be reviewed by nobody', () => {
    const state = after(...ready(), ...touch(1, 2, 3, 4, 5), of({ type: 'review-wanted' }));
    expect(screenOf(state)).toMatchObject({ show: 'choose' });
    expect(state.work?.refusal?.reason).toBe('too-few-selected');
  });

  it('never casts from the choosing screen', () => {
    const state = after(...ready(), ...touch(1, 2, 3, 4, 5, 6), of({ type: 'cast-pressed' }));
    expect(dutyOf(state)).toBeNull();
  });

  it('seals what was reviewed', () => {
    const state = after(...ready(), ...touch(1, 2, 3, 4, 5, 6), of({ type: 'review-wanted' }), of({ type: 'cast-pressed' }));
    expect(dutyOf(state)).toBe('seal-ballot');
    expect(state.work?.ballot).toEqual({ stage: 'sealing', abstain: false });
  });

  it('abstains only through its own screen, whatever is marked', () => {
    const state = after(...ready(), ...touch(1, 2), of({ type: 'abstention-wanted' }), of({ type: 'cast-pressed' }));
    expect(state.work?.ballot).toEqual({ stage: 'sealing', abstain: true });
  });

  it('changes nothing any more once the cast button was pressed', () => {
    const pressed = after(...ready(), ...touch(1, 2, 3, 4, 5, 6), of({ type: 'review-wanted' }), of({ type: 'cast-pressed' }));
    expect([...touch(1), of({ type: 'choosing-again' })].reduce(changeBooth, pressed)).toEqual(pressed);
  });
});

describe('casting', () => {
  const sealed = [...ready(), of({ type: 'ballot-sealed', tracker: 'TRACKER', here: true })];

  it('says "not in the box yet" from the first failure until the receipt', () => {
    const failed = after(...sealed, of({ type: 'send-failed' }), of({ type: 'send-failed' }));
    expect(screenOf(failed)).toEqual({ show: 'casting', failures: 2 });
    expect(dutyOf(failed)).toBe('send-ballot');
    expect(screenOf(changeBooth(failed, of({ type: 'received', tracker: 'TRACKER' })))).toMatchObject({ show: 'receipt' });
  });

  it('keeps no selection once the ballot is in the box', () => {
    expect(after(...ready(), ...touch(1, 2), of({ type: 'received', tracker: null })).work?.selection).toEqual([]);
  });

  it('stops at a refusal for good', () => {
    const refused = after(...sealed, of({ type: 'ballot-refused', why: { ok: false, reason: 'ballot-exists' } }));
    expect(screenOf(refused)).toEqual({ show: 'not-received' });
    expect(dutyOf(refused)).toBeNull();
  });
});

describe('two tabs with one letter', () => {
  const kept = (ballot: Kept['ballot']): BoothEvent => of({ type: 'kept-elsewhere', kept: { ...NOTHING, drawRequested: true, paperHere: true, ballot, tracker: 'T' } });

  it('brings a tab that still chooses to the ballot of the other, and says so', () => {
    const sending = after(...ready(), ...touch(1, 2), kept('sealed'));
    expect(screenOf(sending)).toMatchObject({ show: 'casting' });
    const received = changeBooth(sending, kept('in-box'));
    expect(screenOf(received)).toMatchObject({ show: 'receipt' });
    expect(received.work).toMatchObject({ ofOtherTab: true, tracker: 'T', selection: [] });
  });

  it('takes nothing back of what this tab knows', () => {
    const marked = after(...ready(), ...touch(1, 2), kept('none'));
    expect(marked.work).toMatchObject({ selection: [1, 2], paperHere: true });
    const received = after(...ready(), of({ type: 'received', tracker: 'T' }), kept('sealed'));
    expect(screenOf(received)).toMatchObject({ show: 'receipt' });
    expect(received.work?.ofOtherTab).toBe(false);
  });

  it('leaves a tab that is sealing to find the ballot of the other by itself', () => {
    const sealing = after(...ready(), ...touch(1, 2, 3, 4, 5, 6), of({ type: 'review-wanted' }), of({ type: 'cast-pressed' }), kept('sealed'));
    expect(dutyOf(sealing)).toBe('seal-ballot');
    const sealed = changeBooth(sealing, of({ type: 'ballot-sealed', tracker: 'T', here: false }));
    expect(sealed.work?.ofOtherTab).toBe(true);
  });
});

describe('from round to round', () => {
  it('begins the next round from nothing, without a word about the last', () => {
    const state = after(...ready(), of({ type: 'received', tracker: 'T' }), viewed({ id: NEXT }));
    expect(dutyOf(state)).toBe('read-manifest');
    expect(state.work?.tracker).toBeNull();
  });

  it('ignores an answer that comes late from the last round', () => {
    const state = after(...ready(), viewed({ id: NEXT }));
    expect(changeBooth(state, of({ type: 'received', tracker: 'T' }))).toEqual(state);
  });

  it('checks again when the manifest was made anew', () => {
    const state = after(viewed(), TRUSTED, READ, viewed({ fingerprint: 'EEEE-FFFF-GGGG-HHHH' }));
    expect(dutyOf(state)).toBe('read-manifest');
  });

  it('reads the new manifest also where the old one did not check out', () => {
    const untrusted = of({ type: 'manifest-untrusted', fingerprint: TERMS.fingerprint });
    expect(dutyOf(after(viewed(), untrusted, viewed()))).toBeNull();
    expect(dutyOf(after(viewed(), untrusted, viewed({ fingerprint: 'EEEE-FFFF-GGGG-HHHH' })))).toBe('read-manifest');
  });

  it('draws by itself for a delegate who was refused before the desk had checked them in', () => {
    const refused = of({ type: 'paper-refused', why: { code: 'not-checked-in', message: { zh: '未签到', en: 'not checked in' } } });
    const out = after(viewed(), TRUSTED, READ, refused, viewed({ checkedIn: false }));
    expect(screenOf(out)).toEqual({ show: 'waiting', for: 'check-in' });
    expect(dutyOf(changeBooth(out, viewed()))).toBe('draw-paper');
  });

  it('keeps selection and paper through every later look at the same round', () => {
    const state = after(...ready(), ...touch(3, 1), viewed({ round: 'open', paper: 'drawn' }));
    expect(state.work?.selection).toEqual([1, 3]);
    expect(screenOf(state)).toMatchObject({ show: 'choose' });
  });
});
