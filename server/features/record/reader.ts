import { checkReadRecord, mayReadBoard, mayReadOutcome } from '#shared/domain/permission.ts';
import type { Role } from '#shared/domain/permission.ts';
import { ALLOWED, demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Caller } from '../../caller.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import type { RecordFile } from './record.service.ts';

/** Whoever is signed in to another congress reads like anyone. */
function readerOf(caller: Caller, congressId: string): Role {
  return caller.role !== 'public' && caller.congressId === congressId ? caller.role : 'public';
}

/** Whether the method opens the record to this caller, and the round has come so far. Refuses record-not-open and what the method refuses. */
export function checkFile(caller: Caller, round: RoundRecord, rounds: readonly RoundRecord[], file: RecordFile): Verdict {
  const reader = readerOf(caller, round.congress.id);
  return firstRefusal(
    checkReader(reader, round, rounds),
    demand(hasCome(reader, round, file), 'record-not-open', { field: file, figures: { state: round.state } }),
  );
}

/** The certified rounds that this caller may download as a whole. Refuses record-not-open where there is none. */
export function readableRounds(
  caller: Caller,
  rounds: readonly RoundRecord[],
): { readonly ok: true; readonly rounds: readonly RoundRecord[] } | ReturnType<typeof refuse> {
  const [first] = rounds;
  if (first === undefined) return refuse('record-not-open');
  const reader = readerOf(caller, first.congress.id);
  const checked = checkReader(reader, first, rounds);
  if (!checked.ok) return checked;
  const readable = rounds.filter((round) => round.state === 'certified' && mayReadOutcome(reader, round.state, round.congress.state));
  return readable.length === 0 ? refuse('record-not-open') : { ok: true, rounds: readable };
}

function checkReader(reader: Role, { congress }: RoundRecord, rounds: readonly RoundRecord[]): Verdict {
  const sizes = rounds.filter((round) => round.state === 'certified').map((round) => round.treeHead?.size ?? round.handCount?.received ?? 0);
  const fewestBallots = sizes.length === 0 ? 0 : Math.min(...sizes);
  const { recordOpenTo } = congress.method;
  // The manifest alone is no record: everyone reads it under its own path.
  return reader === 'public' ? checkReadRecord(reader, { recordOpenTo, congress: congress.state, fewestBallots }) : ALLOWED;
}

/** From when on each file is there for this reader; before two scrutineers signed the board, nothing tells of a tally. */
function hasCome(reader: Role, round: RoundRecord, file: RecordFile): boolean {
  const outcome = mayReadOutcome(reader, round.state, round.congress.state);
  switch (file) {
    case 'manifest.json':
      return true;
    case 'board.txt':
      return mayReadBoard(reader, round.state) || outcome;
    case 'outcome.json':
      return outcome;
    case 'sigs.json':
    case 'roll.json':
      return hasClosed(reader, round) || (round.handCount !== null && outcome);
    case 'sth.json':
    case 'issue.jsonl':
    case 'box.jsonl':
    case 'reissued.jsonl':
    case 'paper.jsonl':
      return hasClosed(reader, round);
  }
}

/** There is a tree head, which binds these files. */
function hasClosed(reader: Role, round: RoundRecord): boolean {
  return round.treeHead !== null && round.state !== 'void' && (isVerifier(reader) || isFrozen(round));
}

/** Scrutineers check roll, issues and box before they sign the tree head. */
function isVerifier(reader: Role): boolean {
  return reader === 'scrutineer' || reader === 'clerk';
}

function isFrozen(round: RoundRecord): boolean {
  return round.state === 'frozen' || round.state === 'tallied' || round.state === 'certified';
}
