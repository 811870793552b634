import type { Progress } from '#shared/ballot-paper/batches.ts';
import { writeBoard } from '#shared/ballot-paper/board.ts';
import { equalBytes } from '#shared/ballot-paper/bytes.ts';
import { type Check, checkOf, unless } from '#shared/ballot-paper/check.ts';
import { checkBoxOrder, checkCastSignatures, checkRoot, checkStamps } from '#shared/ballot-paper/check-box.ts';
import {
  checkAttendance, checkIssueLog, checkIssueSignatures, checkIssues, checkNumbers, checkRoll,
} from '#shared/ballot-paper/check-issue.ts';
import {
  checkBoxKeys, checkManifestForm, checkManifestSignatures, checkStampKey, checkTreeHead,
} from '#shared/ballot-paper/check-manifest.ts';
import {
  checkPaperIssues, checkPaperLog, checkPaperNumbers, checkPaperSignatures, checkReissueSignatures, checkReissued,
} from '#shared/ballot-paper/check-printed.ts';
import { readCountReport } from '#shared/ballot-paper/count-report-file.ts';
import { openBox } from '#shared/ballot-paper/opening.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import { checkReleasedKey } from '#shared/ballot-paper/release.ts';
import { signedMessage } from '#shared/ballot-paper/signed-file.ts';
import type { BoxAnswer, BoxCheckName, BoxJob, OpenBoxJob, VerifyBoxJob } from './box-job.ts';

/** The heavy work of a scrutineer's browser, the same code wherever it runs. */
export function doBoxJob(platform: Platform, job: BoxJob, onProgress: Progress): Promise<BoxAnswer> {
  return job.kind === 'verify-box' ? verifyBox(platform, job, onProgress) : openWholeBox(platform, job, onProgress);
}

/** What a scrutineer vouches for at gate 1, each check with its own answer; nothing here needs a key. */
async function verifyBox(platform: Platform, { files, mine }: VerifyBoxJob, onProgress: Progress): Promise<BoxAnswer> {
  const started = performance.now();
  const { parts } = readRecord(
    new Map([
      ['manifest.json', files.manifest],
      ['sth.json', files.treeHead],
      ['sigs.json', files.signatures],
      ['roll.json', files.roll],
      ['issue.jsonl', files.issues],
      ['box.jsonl', files.box],
      ...(files.reissued === undefined ? [] : [['reissued.jsonl', files.reissued] as const]),
      ...(files.paper === undefined ? [] : [['paper.jsonl', files.paper] as const]),
    ]),
  );
  const checks: { name: BoxCheckName; ok: boolean }[] = [];
  for (const [name, check] of gate1Checks(mine, files.countReport)) {
    const finding = await check(parts, { platform, onProgress, earlier: null });
    checks.push({ name, ok: finding === null });
  }
  return { kind: 'verified', checks, ballots: parts.box?.length ?? 0, milliseconds: performance.now() - started };
}

function gate1Checks(mine: VerifyBoxJob['mine'], countReport: Uint8Array): readonly (readonly [BoxCheckName, Check])[] {
  return [
    ['manifest', checkManifestForm],
    ['manifest-signatures', checkManifestSignatures],
    ['mine', checkOf(['manifest'], ({ manifest }) => unless(manifest.scrutineers.some(({ i, sign }) => i === mine.position && equalBytes(sign, mine.sign)), 'not my key'))],
    ['box-keys', checkBoxKeys],
    ['stamp-key', checkStampKey],
    ['tree-head', checkTreeHead],
    ['server-signature', checkServerSignature],
    ['count-report', checkCountReportNumbers(countReport)],
    ['roll', checkRoll],
    ['attendance', checkAttendance],
    ['issue-log', checkIssueLog],
    ['issues', checkIssues],
    ['reissued', checkReissued],
    ['reissue-signatures', checkReissueSignatures],
    ['issue-signatures', checkIssueSignatures],
    ['paper-issues', checkPaperIssues],
    ['paper-log', checkPaperLog],
    ['paper-signatures', checkPaperSignatures],
    ['numbers', checkNumbers],
    ['paper-numbers', checkPaperNumbers],
    ['box-order', checkBoxOrder],
    ['stamps', checkStamps],
    ['cast-signatures', checkCastSignatures],
    ['root', checkRoot],
  ];
}

const checkServerSignature: Check = checkOf(
  ['manifest', 'treeHeadHash', 'signatures'],
  async ({ manifest, treeHeadHash, signatures }, { platform }) => {
    const server = signatures.sth.find(({ i }) => i === 0);
    const signed = server !== undefined && (await platform.ed25519Verify(manifest.serverKey, signedMessage('sth', treeHeadHash), server.sig));
    return unless(signed, 'not signed by the server');
  },
);

/** Both files are signed in one act, so they must say the same. */
function checkCountReportNumbers(countReport: Uint8Array): Check {
  return checkOf(['manifest', 'manifestHash', 'treeHead'], ({ manifest, manifestHash, treeHead }) => {
    const read = readCountReport(countReport);
    if (!read.ok) return 'unreadable';
    const { mh, issued, received, present, summoned } = read.report;
    const same = issued === treeHead.issued && received === treeHead.size && present === treeHead.checkedIn && summoned === manifest.summoned;
    return unless(same && equalBytes(mh, manifestHash), 'other numbers or another manifest');
  });
}

/** Opens every ballot; refuses a box that is not the one of the tree head (box-unverified) and a foreign key (bad-release). */
async function openWholeBox(platform: Platform, { manifest: manifestBytes, treeHead, box, keys }: OpenBoxJob, onProgress: Progress): Promise<BoxAnswer> {
  const started = performance.now();
  const { parts } = readRecord(new Map([['manifest.json', manifestBytes], ['sth.json', treeHead], ['box.jsonl', box]]));
  const { manifest, manifestHash: mh } = parts;
  const context = { platform, onProgress: () => undefined, earlier: null };
  for (const check of [checkTreeHead, checkBoxOrder, checkRoot]) {
    if ((await check(parts, context)) !== null) return { kind: 'refused', reason: 'box-unverified' };
  }
  const rows = (parts.box ?? []).flatMap(({ pk, leaf, box: entry }) => (entry === null ? [] : [{ pk, leaf, box: entry }]));
  if (manifest === null || mh === null || rows.length !== parts.box?.length) return { kind: 'refused', reason: 'box-unverified' };
  const released = [];
  for (const { i, sk } of keys) {
    const scrutineer = manifest.scrutineers.find((one) => one.i === i);
    const key = scrutineer === undefined ? null : await checkReleasedKey(platform, scrutineer, sk);
    if (key === null || !key.ok) return { kind: 'refused', reason: 'bad-release' };
    released.push(key);
  }
  if (released.length < manifest.t) return { kind: 'refused', reason: 'too-few-keys' };
  const board = await openBox(platform, { manifest, mh, treeHead, released, rows }, onProgress);
  const { valid, abstained, invalid } = board.tally;
  return { kind: 'opened', board: writeBoard(board), ballots: rows.length, valid, abstained, invalid, milliseconds: performance.now() - started };
}
