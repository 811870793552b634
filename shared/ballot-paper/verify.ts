import { checkBoardCounts, checkBoardHeader, checkBoardLines, checkBoardSignatures } from './check-board.ts';
import { checkBoxOrder, checkCastSignatures, checkRoot, checkStamps } from './check-box.ts';
import { CHAIN, type ChainLink } from './check-chain.ts';
import { type Check, unless } from './check.ts';
import {
  checkAttendance, checkIssueLog, checkIssueSignatures, checkIssues, checkNumbers, checkRoll,
} from './check-issue.ts';
import {
  checkBoxKeys, checkManifestForm, checkManifestSignatures, checkStampKey, checkTreeHead, checkTreeHeadSignatures,
} from './check-manifest.ts';
import { checkHandCount } from './check-hand.ts';
import { CHAIN_CHECKS, type CheckName, HAND_CHECKS, KEY_CHECKS, RECORD_CHECKS } from './check-name.ts';
import { checkKeys, checkOpening } from './check-opening.ts';
import { checkOutcomeNames, checkOutcomeResult, checkOutcomeSignatures } from './check-outcome.ts';
import {
  checkPaperIssues, checkPaperLog, checkPaperNumbers, checkPaperSignatures, checkReissueSignatures, checkReissued,
} from './check-printed.ts';
import type { OutcomeFile } from './outcome-file.ts';
import type { Platform } from './platform.ts';
import { KEYS_FILE, type RecordFiles, type RecordReading, isCountedByHand, readRecord } from './record.ts';

/** One line of a verification: `detail` says what was found where it failed. */
export type CheckResult = { readonly name: CheckName; readonly passed: boolean; readonly detail?: string };

/** How far a check has come, in rows; for a page that waits. The long ones, over ballots and papers, report it. */
export type VerifyProgress = (progress: { readonly check: CheckName; readonly done: number; readonly total: number }) => void;

export type VerifyOptions = {
  /** Outcomes of the earlier rounds, first round first; left out where only this round is at hand. */
  readonly earlier?: readonly OutcomeFile[];
  readonly onProgress?: VerifyProgress;
  /** Told of every check as it ends; checks run at the same time and end in any order. */
  readonly onResult?: (result: CheckResult) => void;
};

type FileCheck = Exclude<(typeof RECORD_CHECKS)[number] | (typeof HAND_CHECKS)[number], 'files'> | (typeof KEY_CHECKS)[number];

const CHECKS: Readonly<Record<FileCheck, Check>> = {
  manifest: checkManifestForm,
  'manifest-signatures': checkManifestSignatures,
  'box-keys': checkBoxKeys,
  'stamp-key': checkStampKey,
  'tree-head': checkTreeHead,
  'tree-head-signatures': checkTreeHeadSignatures,
  roll: checkRoll,
  attendance: checkAttendance,
  'issue-log': checkIssueLog,
  issues: checkIssues,
  reissued: checkReissued,
  'reissue-signatures': checkReissueSignatures,
  'issue-signatures': checkIssueSignatures,
  'paper-issues': checkPaperIssues,
  'paper-log': checkPaperLog,
  'paper-signatures': checkPaperSignatures,
  numbers: checkNumbers,
  'paper-numbers': checkPaperNumbers,
  'hand-count': checkHandCount,
  'box-order': checkBoxOrder,
  stamps: checkStamps,
  'cast-signatures': checkCastSignatures,
  root: checkRoot,
  board: checkBoardHeader,
  'board-lines': checkBoardLines,
  'board-counts': checkBoardCounts,
  'board-signatures': checkBoardSignatures,
  outcome: checkOutcomeNames,
  'outcome-result': checkOutcomeResult,
  'outcome-signatures': checkOutcomeSignatures,
  keys: checkKeys,
  opening: checkOpening,
};

/**
 * Verifies the record of one round: every check of RECORD_CHECKS, and of KEY_CHECKS where it carries keys, passed or
 * failed, in their order. A check whose file is missing or unreadable fails too. Takes any bytes; never throws on them.
 */
export function verifyRecord(
  platform: Platform,
  files: RecordFiles,
  options: VerifyOptions = {},
): Promise<readonly CheckResult[]> {
  return verifyReading(platform, readRecord(files), files.has(KEYS_FILE), options);
}

/**
 * Verifies the rounds of one congress together, first round first: each record by itself, with the outcomes before
 * it at hand, and CHAIN_CHECKS. Results in the order of the rounds; `onProgress` and `onResult` are told of the round
 * by its index.
 */
export async function verifyRounds(
  platform: Platform,
  rounds: readonly RecordFiles[],
  onProgress: (round: number, ...progress: Parameters<VerifyProgress>) => void = () => undefined,
  onResult: (round: number, result: CheckResult) => void = () => undefined,
): Promise<readonly (readonly CheckResult[])[]> {
  const readings = rounds.map(readRecord);
  const results: (readonly CheckResult[])[] = [];
  for (const [index, reading] of readings.entries()) {
    const before = readings.slice(0, index).map(({ parts }) => parts);
    const earlier = before.map(({ outcome }) => outcome).filter((outcome) => outcome !== null);
    const hasKeys = rounds[index]?.has(KEYS_FILE) ?? false;
    const verified = await verifyReading(platform, reading, hasKeys, {
      ...(earlier.length === before.length ? { earlier } : {}),
      onProgress: (progress) => onProgress(index, progress),
      onResult: (result) => onResult(index, result),
    });
    const linked = verifyLink({ parts: reading.parts, before });
    for (const result of linked) onResult(index, result);
    results.push([...verified, ...linked]);
  }
  return results;
}

/** All checks run at the same time: while one waits for the thread pool, another opens the box. */
async function verifyReading(
  platform: Platform,
  reading: RecordReading,
  hasKeys: boolean,
  { earlier, onProgress = () => undefined, onResult = () => undefined }: VerifyOptions,
): Promise<readonly CheckResult[]> {
  const told = (result: CheckResult) => {
    onResult(result);
    return result;
  };
  const names = namesOf(reading, hasKeys).filter((name) => name !== 'files');
  const checked = names.map(async (name) => {
    const report = (done: number, total: number) => onProgress({ check: name, done, total });
    const finding = await CHECKS[name](reading.parts, { platform, onProgress: report, earlier: earlier ?? null });
    return told(resultOf(name, finding));
  });
  return [told(resultOf('files', fileFinding(reading))), ...(await Promise.all(checked))];
}

/** Of a round counted by hand, what can be checked without a box. */
function namesOf({ parts }: RecordReading, hasKeys: boolean): readonly (FileCheck | 'files')[] {
  if (isCountedByHand(parts)) return HAND_CHECKS;
  return hasKeys ? [...RECORD_CHECKS, ...KEY_CHECKS] : RECORD_CHECKS;
}

function verifyLink(link: ChainLink): readonly CheckResult[] {
  return CHAIN_CHECKS.map((name) => resultOf(name, CHAIN[name](link)));
}

function resultOf(name: CheckName, finding: string | null): CheckResult {
  return finding === null ? { name, passed: true } : { name, passed: false, detail: finding };
}

function fileFinding({ missing, unreadable, unexpected }: RecordReading): string | null {
  const words = [
    ...missing.map((name) => `${name} is missing`),
    ...unreadable.map((name) => `${name} is unreadable`),
    ...unexpected.map((name) => `${name} has no place in a round counted by hand`),
  ];
  return unless(words.length === 0, words.join(', '));
}

/** The names of the checks that failed. */
export function failed(results: readonly CheckResult[]): readonly CheckName[] {
  return results.filter(({ passed }) => !passed).map(({ name }) => name);
}

