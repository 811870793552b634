import { utf8 } from '#shared/ballot-paper/bytes.ts';
import type { OPTIONAL_FILES, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { makeSignaturesFile } from '#shared/ballot-paper/record-file.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Caller, SignedInCaller } from '../../caller.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import { readRound, readRounds } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { roundOf } from '../../round/act.ts';
import { fileSignatures } from '../../round/facts.ts';
import { auditBox, issueLog, paperLog, publicBox, reissuedLog, rollFile } from '../../round/record-rows.ts';
import { checkFile } from './reader.ts';

export type RecordFile = (typeof RECORD_FILES)[number] | (typeof OPTIONAL_FILES)[number];
type Bytes = { readonly ok: true; readonly value: Uint8Array; readonly headers: Record<string, string> } | Refusal;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** One file of a round's election record, byte for byte as it was signed or hashed. */
export async function readRecordFile(deps: Deps, caller: Caller, roundId: string, file: RecordFile): Promise<Bytes> {
  const round = await readRound(deps.db, roundId);
  if (round === null) return refuse('round-unknown');
  const checked = checkFile(caller, round, await readRounds(deps.db, round.congress.id), file);
  if (!checked.ok) return checked;
  const value = await recordFile(deps, round, file);
  if (value === null) return refuse('record-not-open', { field: file });
  return { ok: true, value: Buffer.from(value), headers: headersOf(file) };
}

/** The exact bytes; null where the round has none yet. */
export async function recordFile(deps: Deps, round: RoundRecord, file: RecordFile): Promise<Uint8Array | null> {
  switch (file) {
    case 'manifest.json':
      return textBytes(round.manifest?.document);
    case 'sth.json':
      return textBytes(round.treeHead?.document);
    case 'board.txt':
      return textBytes(round.board?.document);
    case 'outcome.json':
      return textBytes(round.outcome?.document);
    case 'sigs.json':
      return signaturesFile(round);
    case 'roll.json':
      return rollFile(deps.db, round.id);
    case 'issue.jsonl':
      return issueLog(deps.db, round.id);
    case 'box.jsonl':
      return publicBox(deps, round.id);
    case 'reissued.jsonl':
      return reissuedLog(deps.db, round.id);
    case 'paper.jsonl':
      return paperLog(deps.db, round.id);
  }
}

/** The closed box with its sealed ballots, for scrutineers to verify and to open. */
export async function readSealedBox(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Bytes> {
  const found = await roundOf(deps, caller, roundId);
  if (!found.ok) return found;
  const { round } = found;
  if (round.treeHead === null || round.state === 'void') return refuse('wrong-round-state', { figures: { state: round.state } });
  return { ok: true, value: Buffer.from(await auditBox(deps, roundId)), headers: headersOf('box.jsonl') };
}

function signaturesFile(round: RoundRecord): Uint8Array {
  const server = round.treeHead === null ? [] : [{ i: 0, sig: new Uint8Array(round.treeHead.serverSignature) }];
  return makeSignaturesFile({
    manifest: fileSignatures(round, 'manifest'),
    sth: [...server, ...fileSignatures(round, 'sth')],
    board: fileSignatures(round, 'board'),
    outcome: fileSignatures(round, 'outcome'),
  });
}

function textBytes(text: string | undefined): Uint8Array | null {
  return text === undefined ? null : utf8(text);
}

function headersOf(file: string): Record<string, string> {
  return { 'content-type': CONTENT_TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream', 'cache-control': 'no-store' };
}
