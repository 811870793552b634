import { createPrivateKey } from 'node:crypto';
import { boxRound, checkCast, leafOf, makeBallot, makeBoxGate, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { inBatches } from '#shared/ballot-paper/batches.ts';
import type { BodyMarks } from '#shared/ballot-paper/body.ts';
import { writeBoard } from '#shared/ballot-paper/board.ts';
import type { ReleasedKey } from '#shared/ballot-paper/box-entry.ts';
import { type Bytes, compareBytes, equalBytes, zeros } from '#shared/ballot-paper/bytes.ts';
import { type SignKey, authKey, capsuleKey, signKeyOf } from '#shared/ballot-paper/credential.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { type Manifest, makeManifest } from '#shared/ballot-paper/manifest.ts';
import { type TrustedManifest, checkManifest } from '#shared/ballot-paper/manifest-check.ts';
import { openBox } from '#shared/ballot-paper/opening.ts';
import { type OutcomeFile, makeOutcome } from '#shared/ballot-paper/outcome-file.ts';
import { checkIssueRequest, derivePaper, makeIssueRequest, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform, stamp } from '#shared/ballot-paper/platform-node.ts';
import { paperInMessage, paperOutMessage, reissueMessage } from '#shared/ballot-paper/printed.ts';
import {
  makeAuditBox, makeIssueLog, makeKeysFile, makePaperLog, makeReissued, makeRollFile, makeSignaturesFile,
} from '#shared/ballot-paper/record-file.ts';
import { openRelease, sealRelease } from '#shared/ballot-paper/release.ts';
import { type RollEntry, attendanceHash, orderRoll, rollHash } from '#shared/ballot-paper/roll.ts';
import { type BoxKey, boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { type FileSignature, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { makeTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';
import { type HandCount, validByHand } from '#shared/domain/hand-count.ts';
import { type Method, STREET_METHOD, ballotRule } from '#shared/domain/method.ts';
import type { OutcomeRuling } from '#shared/domain/outcome.ts';
import { VECTORS } from './golden.ts';

/** A printed ballot: keyed as marked or ruled invalid, or kept by the delegate. */
export type Printed = { readonly printed: BodyMarks | 'kept' };

/** What one delegate does in a round; marks are one per option. */
export type Act = readonly (0 | 1)[] | 'absent' | 'not-drawn' | 'not-cast' | Printed;

export type Congress = {
  readonly electionId: Bytes;
  readonly server: SignKey;
  readonly secrets: readonly Bytes[];
  readonly roots: readonly Bytes[];
};

/** A congress with so many delegates and three scrutineers. */
export async function makeCongress(delegates: number): Promise<Congress> {
  const secrets = Array.from({ length: delegates }, () => platform.randomBytes(16));
  const roots = [1, 2, 3].map(() => platform.randomBytes(16));
  return { electionId: platform.randomBytes(16), server: await signKeyOf(platform, platform.randomBytes(32)), secrets, roots };
}

export type RoundPlan = {
  readonly acts: readonly Act[];
  /** Places in `acts` of delegates whose letter was made anew after arming. */
  readonly reissued?: readonly number[];
  readonly number?: number;
  readonly options?: readonly number[];
  readonly places?: number;
  readonly method?: Method;
  readonly released?: readonly number[];
  readonly ruling?: OutcomeRuling | null;
  /** Rounds before this one, first round first. */
  readonly earlier?: readonly HeldRound[];
};

export type HeldRound = {
  readonly files: Map<string, Uint8Array>;
  readonly outcome: OutcomeFile;
  readonly outcomeBytes: Bytes;
  readonly manifest: Manifest;
};

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8];

/** One stamp key for all test rounds: making RSA keys takes longer than the tests. */
export const STAMP_KEY = createPrivateKey({ key: Buffer.from(VECTORS.roundRsaPkcs8, 'hex'), format: 'der', type: 'pkcs8' });
export const MODULUS = new Uint8Array(Buffer.from(STAMP_KEY.export({ format: 'jwk' }).n ?? '', 'base64url'));

function must<T extends { readonly ok: boolean }>(result: T): Extract<T, { readonly ok: true }> {
  if (!isOk(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

function isOk<T extends { readonly ok: boolean }>(result: T): result is Extract<T, { readonly ok: true }> {
  return result.ok;
}

/** What the steps of a round share. */
type Hall = {
  readonly signKeys: readonly SignKey[];
  readonly boxKeys: readonly BoxKey[];
  readonly auths: readonly SignKey[];
  readonly roll: readonly RollEntry[];
  /** Keys of letters that were made anew, by the delegate's place. */
  readonly anew: Map<number, SignKey>;
  sign(message: Uint8Array, by: readonly number[]): Promise<readonly FileSignature[]>;
};

async function prepareHall({ electionId, server, secrets, roots }: Congress, roundId: Uint8Array): Promise<Hall> {
  const signKeys = await Promise.all(roots.map((root) => scrutineerSignKey(platform, root, electionId)));
  const boxKeys = await Promise.all(roots.map((root) => scrutineerBoxKey(platform, root, electionId, roundId)));
  const auths = await Promise.all(secrets.map((secret) => authKey(platform, secret, electionId)));
  const seeds = [server, ...signKeys].map(({ seed }) => seed);
  const signOne = async (message: Uint8Array, i: number) => ({ i, sig: await platform.ed25519Sign(seeds[i] ?? zeros(32), message) });
  return {
    signKeys, boxKeys, auths,
    roll: orderRoll(auths.map(({ publicKey }) => publicKey)),
    anew: new Map(),
    sign: (message, by) => Promise.all(by.map((i) => signOne(message, i))),
  };
}

async function writeManifest({ electionId, server }: Congress, hall: Hall, roundId: Bytes, plan: RoundPlan): Promise<Bytes> {
  const { number = 1, options = EIGHT, method = STREET_METHOD, places = method.places, earlier = [] } = plan;
  const parent = earlier.at(-1);
  const scrutineers = hall.boxKeys.map(async ({ publicKey: box }, index) => {
    const { seed, publicKey: sign } = hall.signKeys[index] ?? server;
    const sig = await platform.ed25519Sign(seed, boxKeyMessage(electionId, roundId, box));
    return { i: index + 1, name: `监票人${index + 1}`, box, sign, sig };
  });
  return makeManifest({
    electionId, roundId, number, method,
    parent: parent === undefined ? null : toHex(sha256(parent.outcomeBytes)),
    title: '演练',
    options: options.map((option) => ({ number: option, title: `项目${option}` })),
    rule: ballotRule(method, places),
    summoned: hall.roll.length,
    roll: rollHash(hall.roll),
    t: 2,
    paperKey: MODULUS,
    serverKey: server.publicKey,
    scrutineers: await Promise.all(scrutineers),
  });
}

/** A delegate draws a paper and, where there are marks, casts it; both are checked as the server checks them. */
async function vote(congress: Congress, hall: Hall, { manifest, mh }: TrustedManifest, index: number, act: Act) {
  if (act === 'absent' || act === 'not-drawn') return null;
  if (isPrinted(act)) return votePrinted(hall, { manifest, mh }, index, act);
  const anew = hall.anew.get(index);
  const auth = anew ?? hall.auths[index] ?? congress.server;
  const round = { mh, paperKey: MODULUS };
  const paper = await derivePaper(platform, makePaperSeed(platform), round);
  // The capsule does not matter to the record: a letter made anew is here a key without its secret.
  const kC = capsuleKey(congress.secrets[index] ?? zeros(16), congress.electionId, mh);
  const request = await makeIssueRequest(platform, auth, kC, mh, paper);
  must(await checkIssueRequest(platform, auth.publicKey, round, request));
  const answer = must(stamp({ privateKey: STAMP_KEY, modulus: MODULUS }, request.blindedMessage));
  const stamped = must(unblind(paper, round, answer.blindSignature)).stamp;
  const issue = { no: ordinalOf(hall, index), bm: request.blindedMessage, ch: sha256(request.capsule), sig: request.sig };
  if (act === 'not-cast') return { issue, ballot: null };
  const { gate } = must(await makeBoxGate(platform, mh, manifest));
  const { ballot } = await makeBallot(platform, boxRound(mh, manifest), paper, stamped, act);
  return { issue, ballot: must(await checkCast(platform, gate, toCastMessage(ballot))).ballot };
}

function isPrinted(act: Act): act is Printed {
  return typeof act === 'object' && 'printed' in act;
}

function ordinalOf({ roll, auths }: Hall, index: number): number {
  return roll.find(({ pk }) => equalBytes(pk, auths[index]?.publicKey ?? zeros(0)))?.no ?? 0;
}

/** A printed ballot is handed out with the chief's signature; a returned one enters the box from the chief's browser. */
async function votePrinted(hall: Hall, { manifest, mh }: Pick<TrustedManifest, 'manifest' | 'mh'>, index: number, { printed }: Printed) {
  const no = ordinalOf(hall, index);
  const [handedOut] = await hall.sign(paperOutMessage(mh, no), [1]);
  const issue = { no, paper: true as const, sig: handedOut?.sig ?? zeros(64) };
  if (printed === 'kept') return { issue, ballot: null };
  const round = { mh, paperKey: MODULUS };
  const paper = await derivePaper(platform, makePaperSeed(platform), round);
  const { blindedMessage: bm } = paper.blinded;
  const keyed = { bm, sig: await hall.sign(paperInMessage(mh, bm), [1, 3]) };
  const answer = must(stamp({ privateKey: STAMP_KEY, modulus: MODULUS }, bm));
  const stamped = must(unblind(paper, round, answer.blindSignature)).stamp;
  const { ballot } = await makeBallot(platform, boxRound(mh, manifest), paper, stamped, printed);
  return { issue, ballot, keyed };
}

/** Letters made anew, each with the chief's signature; the hall's own keys change with them. */
async function reissue(hall: Hall, mh: Uint8Array, places: readonly number[]) {
  const rows = await Promise.all(
    places.map(async (index) => {
      const anew = await signKeyOf(platform, platform.randomBytes(32));
      hall.anew.set(index, anew);
      const no = ordinalOf(hall, index);
      const [signed] = await hall.sign(reissueMessage(mh, no, anew.publicKey), [1]);
      return { no, pk: anew.publicKey, sig: signed?.sig ?? zeros(64) };
    }),
  );
  return rows.toSorted((a, b) => a.no - b.no);
}

type Drawn = { readonly issue: object; readonly keyed?: { readonly bm: Bytes; readonly sig: readonly FileSignature[] } };

function paperLogOf(drawn: readonly Drawn[]): Bytes {
  const keyed = drawn.flatMap((one) => (one.keyed === undefined ? [] : [one.keyed]));
  return makePaperLog(keyed.toSorted((a, b) => compareBytes(a.bm, b.bm)));
}

/** Roll with attendance, issue log, frozen box and its tree head. */
async function voteAndFreeze(congress: Congress, hall: Hall, trusted: TrustedManifest, { acts, reissued: anew = [] }: RoundPlan) {
  const reissued = await reissue(hall, trusted.mh, anew);
  const drawn = (await inBatches(acts, (act, index) => vote(congress, hall, trusted, index, act))).filter((one) => one !== null);
  const box = drawn.map(({ ballot }) => ballot).filter((ballot) => ballot !== null).toSorted((a, b) => compareBytes(a.pk, b.pk));
  const absent = acts.flatMap((act, index) => (act === 'absent' ? [toHex(hall.auths[index]?.publicKey ?? zeros(0))] : []));
  const roll = hall.roll.map(({ no, pk }) => ({ no, pk, in: !absent.includes(toHex(pk)) }));
  const issueLog = makeIssueLog(drawn.map(({ issue }) => issue).toSorted((a, b) => a.no - b.no));
  const present = roll.filter((row) => row.in).length;
  const optional = new Map<string, Bytes>();
  if (anew.length > 0) optional.set('reissued.jsonl', makeReissued(reissued));
  if (acts.some(isPrinted)) optional.set('paper.jsonl', paperLogOf(drawn));
  const hashed = (name: string) => (optional.has(name) ? sha256(optional.get(name) ?? zeros(0)) : undefined);
  const treeHead = makeTreeHead({
    mh: trusted.mh,
    size: box.length,
    issued: drawn.length,
    checkedIn: present,
    attendance: attendanceHash(roll),
    issues: sha256(issueLog),
    root: treeRoot(box.map(leafOf)),
    reissued: hashed('reissued.jsonl'),
    paper: hashed('paper.jsonl'),
  });
  return { box, roll, issueLog, present, treeHead, optional };
}

/** The keys that scrutineer 2 holds after everyone of the set has handed theirs over. */
async function release(hall: Hall, manifest: Manifest, treeHead: Uint8Array, released: readonly number[]): Promise<readonly ReleasedKey[]> {
  const [receiver, taker] = [manifest.scrutineers[1], hall.boxKeys[1]];
  return Promise.all(
    released.map(async (i) => {
      const [giver, sender] = [hall.boxKeys[i - 1], manifest.scrutineers[i - 1]];
      if (!giver || !taker || !sender || !receiver) throw new Error('No such scrutineer.');
      const path = { treeHeadHash: sha256(treeHead), from: i, to: 2 };
      const { sealed } = must(await sealRelease(platform, path, receiver, giver.privateKey));
      return must(await openRelease(platform, path, sender, taker.opener, sealed));
    }),
  );
}

/** The record of a round that was counted by hand: the manifest was signed, nothing was drawn. */
export async function holdByHand(congress: Congress, plan: Omit<RoundPlan, 'acts'> & { readonly count: HandCount; readonly absent?: number }): Promise<HeldRound> {
  const { count, absent = 0, ruling = null, earlier = [] } = plan;
  const roundId = platform.randomBytes(16);
  const hall = await prepareHall(congress, roundId);
  const manifestBytes = await writeManifest(congress, hall, roundId, { ...plan, acts: [] });
  const manifestSigs = await hall.sign(signedMessage('manifest', sha256(manifestBytes)), [1, 3]);
  const { manifest, mh } = must(await checkManifest(platform, manifestBytes, manifestSigs, { electionId: congress.electionId, roundId }));
  const roll = hall.roll.map(({ no, pk }) => ({ no, pk, in: no > absent }));
  const tally = { counts: count.counts, valid: validByHand(count) };
  const facts = { manifest, mh, boardHash: count, tally, present: roll.length - absent, ruling, earlier: earlier.map(({ outcome }) => outcome) };
  const made = must(makeOutcome(facts));
  const sigs = { manifest: manifestSigs, sth: [], board: [], outcome: await hall.sign(signedMessage('outcome', sha256(made.bytes)), [1, 2]) };
  const files = new Map<string, Uint8Array>([
    ['manifest.json', manifestBytes],
    ['outcome.json', made.bytes],
    ['sigs.json', makeSignaturesFile(sigs)],
    ['roll.json', makeRollFile(roll)],
  ]);
  return { files, outcome: made.file, outcomeBytes: made.bytes, manifest };
}

/** Holds a whole round in memory: every role does its part with the functions that the product uses. */
export async function holdRound(congress: Congress, plan: RoundPlan): Promise<HeldRound> {
  const { released = [1, 3], ruling = null, earlier = [] } = plan;
  const roundId = platform.randomBytes(16);
  const hall = await prepareHall(congress, roundId);
  const manifestBytes = await writeManifest(congress, hall, roundId, plan);
  const manifestSigs = await hall.sign(signedMessage('manifest', sha256(manifestBytes)), [1, 3]);
  const trusted = must(await checkManifest(platform, manifestBytes, manifestSigs, { electionId: congress.electionId, roundId }));
  const { manifest, mh } = trusted;

  const { box, roll, issueLog, present, treeHead, optional } = await voteAndFreeze(congress, hall, trusted, plan);
  const keys = await release(hall, manifest, treeHead, released);
  const rows = box.map((ballot) => ({ ...ballot, leaf: leafOf(ballot) }));
  const board = await openBox(platform, { manifest, mh, treeHead, released: keys, rows });
  const boardBytes = writeBoard(board);
  const outcomes = earlier.map(({ outcome }) => outcome);
  const facts = { manifest, mh, boardHash: sha256(boardBytes), tally: board.tally, present, ruling, earlier: outcomes };
  const made = must(makeOutcome(facts));
  const sigs = {
    manifest: manifestSigs,
    sth: await hall.sign(signedMessage('sth', sha256(treeHead)), [0, 1, 2]),
    board: await hall.sign(signedMessage('board', sha256(boardBytes)), [2, 3]),
    outcome: await hall.sign(signedMessage('outcome', sha256(made.bytes)), [1, 2]),
  };
  const files = new Map<string, Uint8Array>([
    ['manifest.json', manifestBytes],
    ['sth.json', treeHead],
    ['board.txt', boardBytes],
    ['outcome.json', made.bytes],
    ['sigs.json', makeSignaturesFile(sigs)],
    ['roll.json', makeRollFile(roll)],
    ['issue.jsonl', issueLog],
    ...optional,
    ['box.jsonl', makeAuditBox(box.map(({ pk, stamp: ps, box: entry, sig }) => ({ pk, ps, box: entry, sig })))],
    ['keys.json', makeKeysFile(released.map((i) => ({ i, sk: hall.boxKeys[i - 1]?.privateKey ?? zeros(32) })))],
  ]);
  return { files, outcome: made.file, outcomeBytes: made.bytes, manifest };
}
