import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { makeAuditBox, makeIssueLog, makePublicBox, makeRollFile } from '#shared/ballot-paper/record-file.ts';
import type { RollRow } from '#shared/ballot-paper/record-file.ts';
import { readBox } from '../db/box.repository.ts';
import type { Handle } from '../db/client.ts';
import { readIssues, readRollEntries } from '../db/roll-entry.repository.ts';
import type { Deps } from '../deps.ts';
import { own } from './manifest.ts';

/** Rows of roll.json of a closed round. */
export async function rollRows(db: Handle, roundId: string): Promise<readonly RollRow[]> {
  const entries = await readRollEntries(db, roundId);
  return entries.map(({ no, pk, present }) => ({ no, pk: own(pk), in: present === true }));
}

export async function rollFile(db: Handle, roundId: string): Promise<Bytes> {
  return makeRollFile(await rollRows(db, roundId));
}

/** The exact bytes of issue.jsonl, which the tree head binds. */
export async function issueLog(db: Handle, roundId: string): Promise<Bytes> {
  const issues = await readIssues(db, roundId);
  return makeIssueLog(issues.map(({ no, blindedMessage, capsuleHash, sig }) => ({ no, bm: blindedMessage, ch: capsuleHash, sig })));
}

/** box.jsonl with the sealed ballots, for those who verify and open. */
export async function auditBox({ boxSql }: Deps, roundId: string): Promise<Bytes> {
  const rows = await readBox(boxSql, roundId);
  return makeAuditBox(rows.map(({ pk, stamp, box, sig }) => ({ pk, ps: stamp, box, sig })));
}

/** box.jsonl as it is published: the sealed ballots by their hashes. */
export async function publicBox({ boxSql }: Deps, roundId: string): Promise<Bytes> {
  const rows = await readBox(boxSql, roundId);
  return makePublicBox(rows.map(({ pk, stamp, box, sig }) => ({ pk, ps: stamp, bh: sha256(box), sig })));
}
