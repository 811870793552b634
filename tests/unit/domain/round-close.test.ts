import { describe, expect, it } from 'vitest';
import { callOff, close, startCountdown } from '#shared/domain/round-close.ts';

describe('the countdown', () => {
  it('ends 60 s after its start', () => {
    expect(startCountdown('open', { now: 1_000, closesAt: null })).toEqual({ ok: true, state: 'open', closesAt: 61_000 });
  });

  it('is not started twice', () => {
    expect(startCountdown('open', { now: 2_000, closesAt: 61_000 })).toMatchObject({ reason: 'countdown-running' });
  });

  it.each([
    [10, true, { ok: true, closesAt: 10_000 }],
    [1, true, { ok: true, closesAt: 1_000 }],
    [60, false, { ok: true, closesAt: 60_000 }],
    [10, false, { ok: false, reason: 'rehearsal-only' }],
    [0, true, { ok: false, reason: 'bad-request', field: 'seconds' }],
    [61, true, { ok: false, reason: 'bad-request', field: 'seconds' }],
    [1.5, true, { ok: false, reason: 'bad-request', field: 'seconds' }],
  ])('of %d s, rehearsal %s', (seconds, rehearsal, expected) => {
    expect(startCountdown('open', { now: 0, closesAt: null }, { seconds, rehearsal })).toMatchObject(expected);
  });

  it('is called off until its end', () => {
    expect(callOff('open', { now: 60_999, closesAt: 61_000 })).toEqual({ ok: true, state: 'open', closesAt: null });
    expect(callOff('open', { now: 61_000, closesAt: 61_000 })).toMatchObject({ reason: 'round-closed' });
    expect(callOff('open', { now: 0, closesAt: null })).toMatchObject({ reason: 'no-countdown' });
  });

  it('closes the round at its end, not a moment before', () => {
    expect(close('open', { now: 59_001, closesAt: 60_000 })).toMatchObject({ reason: 'countdown-running', figures: { secondsLeft: 1 } });
    expect(close('open', { now: 60_000, closesAt: 60_000 })).toEqual({ ok: true, state: 'closed' });
    expect(close('open', { now: 60_000, closesAt: null })).toMatchObject({ reason: 'no-countdown' });
  });

  it('of two clerks closing at once, the second finds the round closed', () => {
    expect(close('closed', { now: 60_000, closesAt: 60_000 })).toMatchObject({ reason: 'wrong-round-state' });
  });
});
