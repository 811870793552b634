import { describe, expect, it } from 'vitest';
import { type OpenFacts, checkHeadCount, open, takeOpeningBack } from '#shared/domain/round-open.ts';
import { openFacts } from '#tests/builders/round-facts.ts';

describe('opening is refused', () => {
  it.each<[string, Partial<OpenFacts>, string]>([
    ['while adjourned', { congress: 'adjourned' }, 'wrong-congress-state'],
    ['while another round is open', { otherRoundOpen: true }, 'another-round-open'],
    ['one below the quorum', { present: 39, headCount: { counted: 39, reason: null } }, 'quorum-missing'],
    ['before the heads are counted', { headCount: null }, 'head-count-missing'],
    ['with another head count', { headCount: { counted: 54, reason: null } }, 'head-count-differs'],
    ['with a blank reason for it', { headCount: { counted: 54, reason: ' ' } }, 'head-count-differs'],
    ['with a negative head count', { headCount: { counted: -1, reason: '误' } }, 'bad-request'],
    ['too early for those without a paper', { notDrawn: 3, confirmedNotDrawn: 3, now: 119_999 }, 'papers-not-drawn'],
    ['without confirming who has none', { notDrawn: 3 }, 'papers-not-drawn'],
    ['with another number confirmed', { notDrawn: 3, confirmedNotDrawn: 2 }, 'papers-not-drawn'],
  ])('%s', (_, changes, reason) => {
    expect(open('armed', openFacts(changes))).toMatchObject({ ok: false, reason });
  });

  it('says the figures of the quorum and the wait', () => {
    const missing = open('armed', openFacts({ present: 39 }));
    expect(missing).toMatchObject({ figures: { summoned: 60, present: 39, needed: 40 } });
    const early = open('armed', openFacts({ notDrawn: 3, armedAt: 10_000, now: 100_500 }));
    expect(early).toMatchObject({ figures: { notDrawn: 3, waitSeconds: 30 } });
  });

  it('an empty hall may be counted, with a reason', () => {
    expect(checkHeadCount({ counted: 0, reason: '尚未清点' }, 55)).toEqual({ ok: true });
    expect(checkHeadCount({ counted: 0, reason: null }, 0)).toEqual({ ok: true });
  });

  it('keeps the system\'s number from the chief, who counts again', () => {
    const verdict = checkHeadCount({ counted: 54, reason: null }, 55);
    expect(verdict).toEqual({ ok: false, reason: 'head-count-differs', field: 'reason' });
  });
});

describe('opening passes', () => {
  it.each<[string, Partial<OpenFacts>]>([
    ['at the quorum exactly', { present: 40, headCount: { counted: 40, reason: null } }],
    ['at once when all have drawn', { now: 1 }],
    ['with a reason for another head count', { headCount: { counted: 54, reason: '一位代表在走廊' } }],
    ['after 120 s with the number confirmed', { notDrawn: 3, confirmedNotDrawn: 3, now: 120_000 }],
  ])('%s', (_, changes) => {
    expect(open('armed', openFacts(changes))).toEqual({ ok: true, state: 'open' });
  });
});

it('an opening with a ballot in the box is not taken back', () => {
  expect(takeOpeningBack('open', 1)).toMatchObject({ reason: 'already-received', figures: { received: 1 } });
});
