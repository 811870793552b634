import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readSheetApart } from '#server/sheet/read-apart.ts';
import { readSheet } from '#server/sheet/read-sheet.ts';
import { aSheetOf } from '#tests/builders/xlsx.ts';

/** Some megabytes when unfolded: beyond what is read at once. */
const large = aSheetOf(Array.from({ length: 9_000 }, (_none, index) => [String(index), `代表${String(index)}`, '=', { xml: '<c r="REF"><f>A1</f></c>' }]));

it('a large file is read in a process of its own as it is read here', async () => {
  expect(await readSheetApart(large, 10_000)).toEqual({ ok: true, read: readSheet(large, { rows: 10_000, bytes: 32 * 1024 * 1024 }) });
});

it('a file that outlasts the patience is refused, and others are read after it', async () => {
  const [late, next] = await Promise.all([readSheetApart(large, 10_000, { heap: 192, patience: 1 }), readSheetApart(large, 10_000)]);
  expect(late).toEqual({ ok: true, read: { ok: false, why: 'too-large-inside' } });
  expect(next).toMatchObject({ ok: true, read: { ok: true } });
});

it('more large files than can wait are told to come again', async () => {
  const replies = await Promise.all(Array.from({ length: 10 }, () => readSheetApart(large, 10_000, { heap: 192, patience: 1 })));
  expect(replies.filter((reply) => !reply.ok)).toEqual([{ ok: false, reason: 'busy' }, { ok: false, reason: 'busy' }]);
  expect(await readSheetApart(strToU8('a,b'), 10)).toMatchObject({ ok: true, read: { ok: true } });
});
