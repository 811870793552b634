import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { CHIEF } from '#shared/ballot-paper/manifest.ts';
import { makeAuditBox, makeIssueLog, makePaperLog, makePublicBox, makeReissued, makeRollFile } from '#shared/ballot-paper/record-file.ts';
import type { RollRow } from '#shared/ballot-paper/record-file.ts';
import { readBox } from '../db/box.repository.ts';
import type { FileSignature } from '#shared/ballot-paper/signed-file.ts';
import type { Handle } from '../db/client.ts';
import { readReissued } from '../db/chief-request.repository.ts';
import { countPrinted, readPapers } from '../db/printed.repository.ts';
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
  return makeIssueLog(issues.map(({ no, blindedMessage: bm, capsuleHash: ch, sig }) => (bm === null || ch === null ? { no, paper: true, sig } : { no, bm, ch, sig })));
}

/** The exact bytes of reissued.jsonl; null where no letter was made anew. */
export async function reissuedLog(db: Handle, roundId: string): Promise<Bytes | null> {
  const letters = await readReissued(db, roundId);
  return letters.length === 0 ? null : makeReissued(letters);
}

/** The exact bytes of paper.jsonl; null where no printed ballot was handed out. */
export async function paperLog(db: Handle, roundId: string): Promise<Bytes | null> {
  if ((await countPrinted(db, roundId)) === 0) return null;
  const papers = await readPapers(db, roundId);
  return makePaperLog(papers.map(({ blindedMessage: bm, chiefSig, secondPosition, secondSig }) => ({ bm, sig: bothSignatures(chiefSig, secondPosition, secondSig) })));
}

function bothSignatures(chiefSig: Uint8Array, secondPosition: number | null, secondSig: Uint8Array | null): FileSignature[] {
  if (secondPosition === null || secondSig === null) throw new Error('A keyed ballot lacks its second signature.');
  return [{ i: CHIEF, sig: own(chiefSig) }, { i: secondPosition, sig: own(secondSig) }];
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
