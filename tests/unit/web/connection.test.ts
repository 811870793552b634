import { expect, test } from 'vitest';
import { dryRun } from '#web/connection/dry-run.ts';
import { FOUND_CODES, ballotFinding, cameraFinding, clockFinding, loadFinding, secureFinding, storageFinding, tripFinding, worstOf } from '#web/connection/findings.ts';
import { SAMPLE } from '#web/connection/sample-round.ts';
import { en } from '#web/text/connection.en.ts';
import { zh } from '#web/text/connection.zh.ts';
import { VECTORS } from '#tests/unit/ballot-paper/golden.ts';

test('the sample round is the one of the test vectors, whose answers are known', () => {
  const given = (name: string) => Buffer.from(String(VECTORS.ballot[name]), 'hex').toString('base64url');
  expect(SAMPLE).toMatchObject({ paperSeed: given('paperSeed'), blindedMessage: given('blindedMessage'), blindSignature: given('blindSignature') });
});

test('a device that can vote comes through the whole dry run', async () => {
  expect(await dryRun()).toMatchObject({ ok: true });
});

test('a browser whose cryptography fails is told at which step', async () => {
  const real = crypto.subtle.deriveBits.bind(crypto.subtle);
  crypto.subtle.deriveBits = () => Promise.reject(new Error('not here'));
  try {
    const run = await dryRun();
    expect(run).toEqual({ ok: false, failed: 'seal' });
    expect(ballotFinding(run)).toEqual({ verdict: 'bad', found: 'fails-seal' });
  } finally {
    crypto.subtle.deriveBits = real;
  }
});

test('what stops a vote is bad, what only wants care is a note', () => {
  expect(secureFinding(false, 'http:').verdict).toBe('bad');
  expect(secureFinding(true, 'http:').verdict).toBe('note');
  expect(secureFinding(true, 'https:').verdict).toBe('fine');
  expect(clockFinding(-3 * 3_600_000)).toEqual({ verdict: 'note', found: 'clock-off', figure: 180 });
  expect(clockFinding(900).verdict).toBe('fine');
  expect([clockFinding(null), tripFinding(null), loadFinding(null)].map(({ verdict }) => verdict)).toEqual(['bad', 'bad', 'bad']);
  expect(tripFinding(900)).toEqual({ verdict: 'note', found: 'slow', figure: 900 });
  expect(loadFinding({ kilobytes: 141, ms: 1230 })).toEqual({ verdict: 'fine', found: 'loads', figure: 1.3 });
  expect(loadFinding({ kilobytes: 141, ms: 20_000 }).verdict).toBe('note');
  expect(storageFinding(false).verdict).toBe('note');
  for (const fault of ['refused', 'none', 'busy', 'other'] as const) expect(cameraFinding(fault).verdict).toBe('note');
});

test('the whole says the worst of its lines', () => {
  expect(worstOf([])).toBe('fine');
  expect(worstOf([storageFinding(false), secureFinding(true, 'https:')])).toBe('note');
  expect(worstOf([storageFinding(false), tripFinding(null)])).toBe('bad');
});

test('every finding says in both languages what was found, and what to do where it is bad', () => {
  for (const code of FOUND_CODES) {
    expect(zh.found[code](7)).toMatch(/\p{Script=Han}.*。$/u);
    expect(en.found[code](7)).toMatch(/^[A-Z].*\.$/);
  }
});
