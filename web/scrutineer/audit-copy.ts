import { makeArchive } from '#shared/ballot-paper/archive.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { makeKeysFile } from '#shared/ballot-paper/record-file.ts';
import { KEYS_FILE, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { type RoundDetail, readBox, readRecordFile } from '#shared/contract/round.ts';
import type { Refusal } from '#shared/error-code.ts';
import { type CallError, call } from '../api/client.ts';
import type { Desk } from './desk-context.ts';
import { keysOfSet, readSealedRound } from './round-keys.ts';

type Copy = { readonly ok: true; readonly zip: Bytes } | { readonly ok: false; readonly refusal: CallError | Refusal };

/** Rounds whose box was opened and certified: a void round's keys were never handed over and never will be. */
export function copyableRounds(rounds: readonly RoundDetail[]): readonly RoundDetail[] {
  return rounds.filter((round) => round.state === 'certified' && round.openingSet !== null).toSorted((a, b) => a.number - b.number);
}

/**
 * The auditors' level of the record as a zip of folders round-N: the sealed ballots instead of their hashes, and the
 * keys of the released set, which only this browser joins to them. Nothing of it is sent anywhere.
 */
export async function makeAuditCopy(desk: Desk): Promise<Copy> {
  const rounds = [];
  for (const round of copyableRounds(desk.rounds)) {
    const sealed = await readSealedRound(desk, round);
    if (!sealed.ok) return sealed;
    const keys = await keysOfSet(desk, round, sealed, round.openingSet ?? []);
    if (!keys.ok) return keys;
    const files = new Map<string, Uint8Array>([[KEYS_FILE, makeKeysFile(keys.keys)]]);
    for (const file of RECORD_FILES) {
      const params = { roundId: round.id };
      const bytes = file === 'box.jsonl' ? await call(readBox, { params }, desk.token) : await call(readRecordFile, { params: { ...params, file } }, desk.token);
      if (!bytes.ok) return { ok: false, refusal: bytes.error };
      files.set(file, bytes.value);
    }
    rounds.push({ number: round.number, files });
  }
  return { ok: true, zip: makeArchive(rounds) };
}
