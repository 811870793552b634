import { createPrivateKey } from 'node:crypto';
import { boxRound, leafOf, makeBallot, makeBoxGate, checkCast, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { writeBoard } from '#shared/ballot-paper/board.ts';
import type { ReleasedKey } from '#shared/ballot-paper/box-entry.ts';
import { type Bytes, compareBytes, zeros } from '#shared/ballot-paper/bytes.ts';
import { type SignKey, authKey, capsuleKey, signKeyOf } from '#shared/ballot-paper/credential.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { type Manifest, makeManifest } from '#shared/ballot-paper/manifest.ts';
import { checkManifest } from '#shared/ballot-paper/manifest-check.ts';
import { openBox } from '#shared/ballot-paper/opening.ts';
import { type OutcomeFile, makeOutcome } from '#shared/ballot-paper/outcome-file.ts';
import { derivePaper, makeIssueRequest, makePaperSeed, unblind } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform, stamp } from '#shared/ballot-paper/platform-node.ts';
import { makeAuditBox, makeIssueLog, makeKeysFile, makeRollFile, makeSignaturesFile } from '#shared/ballot-paper/record-file.ts';
import { openRelease, sealRelease } from '#shared/ballot-paper/release.ts';
import { attendanceHash, orderRoll, rollHash } from '#shared/ballot-paper/roll.ts';
import { boxKeyMessage, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { type FileSignature, checkSignatures, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { makeTreeHead } from '#shared/ballot-paper/tree-head.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';
import { type Method, STREET_METHOD, ballotRule } from '#shared/domain/method.ts';
import type { OutcomeRuling } from '#shared/domain/outcome.ts';
import { VECTORS } from './golden.ts';

/** What one delegate does in a round; marks are one per option. */
export type Act = readonly (0 | 1)[] | 'absent' | 'not-drawn' | 'not-cast';

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

/** Holds a whole round in memory: every role does its part with the functions that the product uses. */
export async function holdRound(congress: Congress, plan: RoundPlan): Promise<HeldRound> {
  const { electionId, server, secrets, roots } = congress;
  const { acts, number = 1, options = EIGHT, method = STREET_METHOD, places = method.places, earlier = [], ruling = null } = plan;
  const roundId = platform.randomBytes(16);
  const signKeys = await Promise.all(roots.map((root) => scrutineerSignKey(platform, root, electionId)));
  const boxKeys = await Promise.all(roots.map((root) => scrutineerBoxKey(platform, root, electionId, roundId)));
  const auths = await Promise.all(secrets.map((secret) => authKey(platform, secret, electionId)));
  const roll = orderRoll(auths.map(({ publicKey }) => publicKey));
  const parent = earlier.at(-1);
  const manifestBytes = makeManifest({
    electionId,
    roundId,
    number,
    parent: parent === undefined ? null : toHex(sha256(parent.outcomeBytes)),
    title: '演练',
    options: options.map((option) => ({ number: option, title: `项目${option}` })),
    rule: ballotRule(method, places),
    method,
    summoned: roll.length,
    roll: rollHash(roll),
    t: 2,
    paperKey: MODULUS,
    serverKey: server.publicKey,
    scrutineers: await Promise.all(
      boxKeys.map(async ({ publicKey: box }, index) => {
        const { seed, publicKey: sign } = signKeys[index] ?? server;
        const sig = await platform.ed25519Sign(seed, boxKeyMessage(electionId, roundId, box));
        return { i: index + 1, name: `监票人${index + 1}`, box, sign, sig };
      }),
    ),
  });
  const sign = (message: Uint8Array, by: readonly number[]): Promise<readonly FileSignature[]> =>
    Promise.all(by.map(async (i) => ({ i, sig: await platform.ed25519Sign((i === 0 ? server : signKeys[i - 1] ?? server).seed, message) })));
  const manifestSigs = await sign(signedMessage('manifest', sha256(manifestBytes)), [1, 3]);
  const { manifest, mh } = must(await checkManifest(platform, manifestBytes, manifestSigs, { electionId, roundId }));

  const gate = must(await makeBoxGate(platform, mh, manifest)).gate;
  const drawn = await Promise.all(
    acts.map(async (act, index) => {
      const [auth, secret] = [auths[index] ?? server, secrets[index] ?? zeros(16)];
      if (act === 'absent' || act === 'not-drawn') return null;
      const paper = await derivePaper(platform, makePaperSeed(platform), { mh, paperKey: MODULUS });
      const request = await makeIssueRequest(platform, auth, capsuleKey(secret, electionId, mh), mh, paper);
      const answer = must(stamp({ privateKey: STAMP_KEY, modulus: MODULUS }, request.blindedMessage));
      const stamped = must(unblind(paper, { mh, paperKey: MODULUS }, answer.blindSignature)).stamp;
      const no = roll.find(({ pk }) => compareBytes(pk, auth.publicKey) === 0)?.no ?? 0;
      const issue = { no, bm: request.blindedMessage, ch: sha256(request.capsule), sig: request.sig };
      if (act === 'not-cast') return { issue, ballot: null };
      const { ballot } = await makeBallot(platform, boxRound(mh, manifest), paper, stamped, act);
      return { issue, ballot: must(await checkCast(platform, gate, toCastMessage(ballot))).ballot };
    }),
  );
  const papers = drawn.filter((one) => one !== null);
  const box = papers.map(({ ballot }) => ballot).filter((ballot) => ballot !== null).toSorted((a, b) => compareBytes(a.pk, b.pk));
  const absent = new Set(acts.flatMap((act, index) => (act === 'absent' ? [toHex(auths[index]?.publicKey ?? zeros(0))] : [])));
  const rollRows = roll.map(({ no, pk }) => ({ no, pk, in: !absent.has(toHex(pk)) }));
  const issueLog = makeIssueLog(papers.map(({ issue }) => issue).toSorted((a, b) => a.no - b.no));
  const present = rollRows.filter((row) => row.in).length;
  const treeHead = makeTreeHead({
    mh,
    size: box.length,
    issued: papers.length,
    checkedIn: present,
    attendance: attendanceHash(rollRows),
    issues: sha256(issueLog),
    root: treeRoot(box.map(leafOf)),
  });
  const sthSigs = await sign(signedMessage('sth', sha256(treeHead)), [0, 1, 2]);
  must(await checkSignatures(platform, [{ i: 0, sign: manifest.serverKey }, ...manifest.scrutineers], signedMessage('sth', sha256(treeHead)), sthSigs));

  const released = plan.released ?? [1, 3];
  const keys: ReleasedKey[] = [];
  for (const i of released) {
    const [giver, taker] = [boxKeys[i - 1], boxKeys[1]];
    const scrutineer = manifest.scrutineers[i - 1];
    const receiver = manifest.scrutineers[1];
    if (!giver || !taker || !scrutineer || !receiver) throw new Error('No such scrutineer.');
    const path = { treeHeadHash: sha256(treeHead), from: i, to: 2 };
    const { sealed } = must(await sealRelease(platform, path, receiver, giver.privateKey));
    keys.push(must(await openRelease(platform, path, scrutineer, taker.opener, sealed)));
  }
  const board = await openBox(platform, { manifest, mh, treeHead, released: keys, rows: box.map((ballot) => ({ ...ballot, leaf: leafOf(ballot) })) });
  const boardBytes = writeBoard(board);
  const earlierOutcomes = earlier.map(({ outcome }) => outcome);
  const made = must(
    makeOutcome({ manifest, mh, boardHash: sha256(boardBytes), tally: board.tally, present, ruling, earlier: earlierOutcomes }),
  );
  const files = new Map<string, Uint8Array>([
    ['manifest.json', manifestBytes],
    ['sth.json', treeHead],
    ['board.txt', boardBytes],
    ['outcome.json', made.bytes],
    ['sigs.json', makeSignaturesFile({
      manifest: manifestSigs,
      sth: sthSigs,
      board: await sign(signedMessage('board', sha256(boardBytes)), [2, 3]),
      outcome: await sign(signedMessage('outcome', sha256(made.bytes)), [1, 2]),
    })],
    ['roll.json', makeRollFile(rollRows)],
    ['issue.jsonl', issueLog],
    ['box.jsonl', makeAuditBox(box.map(({ pk, stamp: ps, box: entry, sig }) => ({ pk, ps, box: entry, sig })))],
    ['keys.json', makeKeysFile(released.map((i) => ({ i, sk: boxKeys[i - 1]?.privateKey ?? zeros(32) })))],
  ]);
  return { files, outcome: made.file, outcomeBytes: made.bytes, manifest };
}
