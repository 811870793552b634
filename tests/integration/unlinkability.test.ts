import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBox, freezeBox, insertBallots, openBox, prepareBox, readBox } from '#server/db/box.repository.ts';
import { randomBytes } from 'node:crypto';
import { startTestServer } from '#tests/support/test-server.ts';
import type { TestServer } from '#tests/support/test-server.ts';

let server: TestServer;
const roundId = randomBytes(16).toString('base64url');
beforeAll(async () => {
  server = await startTestServer();
  const { boxSql } = server.deps;
  const keys = { manifestHash: randomBytes(32), paperKey: randomBytes(384) };
  await prepareBox(boxSql, { roundId, ...keys, scrutineers: 3, threshold: 2, options: 8 });
  await openBox(boxSql, roundId);
  // As a hall casts: in many transactions, in no order of the keys.
  for (let batch = 0; batch < 12; batch += 1) await insertBallots(boxSql, roundId, Array.from({ length: 5 }, aRow));
});
afterAll(() => server.close());

function aRow() {
  return { pk: randomBytes(32), stamp: randomBytes(384), sig: randomBytes(64), box: randomBytes(522) };
}

type Place = { readonly pk: Buffer; readonly xmin: string; readonly ctid: string };

describe('what the database could tell about who cast which ballot', () => {
  it('has no column in the box for a person, an instant or an order', async () => {
    const columns = await server.deps.boxSql<{ table: string; column: string; type: string }[]>`
      SELECT table_name AS table, column_name AS column, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'box' AND table_name IN ('box', 'box_open') ORDER BY 1, 2`;
    const expected = ['box', 'pk', 'round_id', 'sig', 'stamp'].map((column) => ({ column, type: column === 'round_id' ? 'text' : 'bytea' }));
    expect(columns).toEqual([...expected.map((one) => ({ table: 'box', ...one })), ...expected.map((one) => ({ table: 'box_open', ...one }))]);
  });

  it('lets the meeting\'s tables and the box name only the round in common', async () => {
    const issue = await server.deps.db.$queryRaw<{ column: string }[]>`
      SELECT column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'paper_issue' ORDER BY 1`;
    expect(issue.map(({ column }) => column)).toEqual(['blinded_message', 'capsule', 'capsule_hash', 'no', 'printed', 'round_id', 'sig']);
    const references = await server.deps.boxSql`
      SELECT 1 FROM pg_constraint WHERE contype = 'f' AND connamespace = 'box'::regnamespace AND confrelid::regclass::text <> 'round'`;
    expect(references).toHaveLength(0);
  });

  it('shows of the open box only which batch a ballot came in', async () => {
    const rows = await server.deps.boxSql<Place[]>`SELECT pk, xmin::text, ctid::text FROM box_open WHERE round_id = ${roundId}`;
    const batches = [...new Set(rows.map((row) => row.xmin))].map((xmin) => rows.filter((row) => row.xmin === xmin));
    expect(batches.map((batch) => batch.length)).toEqual(Array.from({ length: 12 }, () => 5));
    for (const batch of batches) expect(inOrderOfKeys(batch.toSorted(byPlace))).toBe(true);
  });

  it('writes the frozen box in one transaction, in the order of its keys, and leaves nothing of the open one', async () => {
    const { boxSql } = server.deps;
    await closeBox(boxSql, roundId);
    expect(await freezeBox(boxSql, roundId)).toBe(60);
    const rows = await boxSql<Place[]>`SELECT pk, xmin::text, ctid::text FROM box WHERE round_id = ${roundId}`;
    expect(new Set(rows.map((row) => row.xmin)).size).toBe(1);
    expect(inOrderOfKeys(rows.toSorted(byPlace))).toBe(true);
    const [left] = await boxSql<{ rows: number; bytes: number }[]>`
      SELECT (SELECT count(*)::int FROM box_open) AS rows, pg_relation_size('box.box_open')::int AS bytes`;
    expect(left).toEqual({ rows: 0, bytes: 0 });
    expect(inOrderOfKeys(await readBox(boxSql, roundId))).toBe(true);
  });

  it('never lets a frozen ballot be changed or removed', async () => {
    const { boxSql } = server.deps;
    await expect(boxSql`UPDATE box SET sig = sig WHERE round_id = ${roundId}`).rejects.toThrow('the frozen box never changes');
    await expect(boxSql`DELETE FROM box WHERE round_id = ${roundId}`).rejects.toThrow('the frozen box never changes');
    await expect(boxSql`TRUNCATE box`).rejects.toThrow('the frozen box never changes');
  });
});

function byPlace(a: Place, b: Place): number {
  const [[pageA = 0, rowA = 0], [pageB = 0, rowB = 0]] = [placeOf(a), placeOf(b)];
  return pageA - pageB || rowA - rowB;
}

function placeOf({ ctid }: Place): number[] {
  return ctid.slice(1, -1).split(',').map(Number);
}

function inOrderOfKeys(rows: readonly { readonly pk: Buffer }[]): boolean {
  return rows.every((row, index) => index === 0 || (rows[index - 1]?.pk.compare(row.pk) ?? 0) < 0);
}
