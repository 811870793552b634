import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, utf8, zeros } from '#shared/ballot-paper/bytes.ts';
import { makeCountReport, readCountReport } from '#shared/ballot-paper/count-report-file.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import { readOutcome } from '#shared/ballot-paper/outcome-file.ts';
import { makeRuling, readRuling } from '#shared/ballot-paper/ruling-file.ts';
import { countMessage, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { readTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';

const mh = sha256(utf8('manifest'));
const report = { issued: 54, received: 53, present: 55, summoned: 60, reopened: 1, headCount: 55 };

describe('the count report', () => {
  test('is written in one form and reads back', () => {
    const bytes = makeCountReport(mh, { ...report, headCount: null }, null);
    const [head, tail] = ['{"v":1,"type":"rv1/count","mh":"', '","issued":54,"received":53,"present":55,"summoned":60,'];
    const last = '"reopened":1,"headCount":null,"headCountReason":null}';
    expect(new TextDecoder().decode(bytes)).toBe(head + Buffer.from(mh).toString('base64url') + tail + last);
    const read = readCountReport(makeCountReport(mh, report, '两人暂离'));
    expect(read).toEqual({ ok: true, report: { v: 1, type: 'rv1/count', mh, ...report, headCountReason: '两人暂离' } });
  });

  test('is signed with its manifest', () => {
    expect(countMessage(mh, zeros(32))).toEqual(concat(utf8('rv1 count\0'), mh, zeros(32)));
  });
});

test('a ruling is written in one form and reads back', () => {
  const ruling = { mh, kind: 'tie', text: '以 2 号入选', by: '主持人', reason: '再次得票相等', selected: [2] } as const;
  const bytes = makeRuling(ruling);
  expect(new TextDecoder().decode(bytes)).toMatch(/^\{"v":1,"type":"rv1\/ruling","mh":"[\w-]{43}","kind":"tie","text":"以 2 号入选","by":"主持人","reason":"再次得票相等","selected":\[2\]\}$/);
  expect(readRuling(bytes)).toEqual({ ok: true, ruling: { v: 1, type: 'rv1/ruling', ...ruling } });
});

test.each(['manifest', 'sth', 'board', 'outcome', 'ruling'] as const)('%s is signed under a label of its own', (file) => {
  expect(signedMessage(file, mh)).toEqual(concat(utf8(`rv1 ${file}\0`), mh));
});

test('a sign-in is bound to congress, host and nonce', () => {
  const message = loginMessage(zeros(16), 'https://vote.example', zeros(32));
  expect(toHex(message)).toBe(toHex(concat(utf8('rv1 login\0'), zeros(16), sha256(utf8('https://vote.example')), zeros(32))));
  expect(loginMessage(zeros(16), 'https://other.example', zeros(32))).not.toEqual(message);
});

test('no reader throws at any bytes', () => {
  const json = fc.jsonValue().map((value) => utf8(JSON.stringify(value)));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), json), (bytes) => {
      for (const read of [readCountReport, readRuling, readOutcome, readTreeHead]) expect(read(bytes).ok).toBe(false);
    }),
  );
});
