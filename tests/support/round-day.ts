import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { leafOf } from '#shared/ballot-paper/ballot.ts';
import { writeBoard } from '#shared/ballot-paper/board.ts';
import type { ReleasedKey } from '#shared/ballot-paper/box-entry.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { fromHex } from '#shared/ballot-paper/hex.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { openBox } from '#shared/ballot-paper/opening.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { boxOf } from '#shared/ballot-paper/record.ts';
import { openRelease, sealRelease } from '#shared/ballot-paper/release.ts';
import { scrutineerBoxKey } from '#shared/ballot-paper/scrutineer.ts';
import { countMessage, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import * as contract from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { stampName } from '#server/round-keys.ts';
import type { Reply } from './api.ts';
import { boothRound, cast, drawAll } from './ballots.ts';
import type { DrawnPaper, TestRound } from './ballots.ts';
import type { Meeting, TestScrutineer } from './meeting.ts';

type File = 'manifest' | 'count' | 'sth' | 'board' | 'outcome';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** 32 bytes of a hex hash of the round. */
export function hashBytes(hash: string | undefined) {
  const bytes = fromHex(hash ?? '', 32);
  if (bytes === null) throw new Error('There is no such file yet.');
  return bytes;
}

export function hashOf(round: RoundDetail, file: File): string {
  const hash = { manifest: round.manifest, count: round.countReport, sth: round.treeHead, board: round.board, outcome: round.outcome }[file]?.hash;
  if (hash === undefined) throw new Error(`Round ${String(round.number)} has no ${file} yet.`);
  return hash;
}

/** A scrutineer's signature on a file of the round as it stands. */
export async function signature(round: RoundDetail, file: File, by: TestScrutineer) {
  const hash = hashOf(round, file);
  const message = file === 'count' ? countMessage(hashBytes(round.manifest?.hash), hashBytes(hash)) : signedMessage(file, hashBytes(hash));
  return { file, hash, sig: text(await platform.ed25519Sign(by.sign.seed, message)) };
}

/** Signs one or more files in one act. */
export async function sign(meeting: Meeting, round: RoundDetail, by: TestScrutineer, ...files: File[]): Promise<Reply<RoundDetail>> {
  const signatures = await Promise.all(files.map((file) => signature(round, file, by)));
  return meeting.api.call(contract.signFile, { params: { roundId: round.id }, body: { signatures } }, by.token);
}

export async function mustSign(meeting: Meeting, round: RoundDetail, by: TestScrutineer, ...files: File[]): Promise<RoundDetail> {
  const reply = await sign(meeting, round, by, ...files);
  if (!reply.ok) throw new Error(`sign ${files.join(', ')}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

export async function signRuling(meeting: Meeting, round: RoundDetail, rulingId: string, by: TestScrutineer): Promise<Reply<RoundDetail>> {
  const ruling = round.rulings.find((one) => one.id === rulingId);
  const message = signedMessage('ruling', sha256(utf8(ruling?.document ?? '')));
  const sig = text(await platform.ed25519Sign(by.sign.seed, message));
  return meeting.api.call(contract.signRuling, { params: { roundId: round.id, rulingId }, body: { sig } }, by.token);
}

export async function readRound(meeting: Meeting, roundId: string): Promise<RoundDetail> {
  const rounds = await meeting.api.must(contract.listRounds, { params: { congressId: meeting.congressId } }, meeting.clerk);
  const round = rounds.find((one) => one.id === roundId);
  if (round === undefined) throw new Error(`There is no round ${roundId}.`);
  return round;
}

/** A prepared round with a manifest that nobody signed yet. Its stamp key comes from the stock: one that is there stays. */
export async function withManifest(meeting: Meeting): Promise<RoundDetail> {
  const { id } = await meeting.api.must(contract.prepareRound, { params: { congressId: meeting.congressId } }, meeting.clerk);
  await meeting.server.deps.keys.write(stampName(id), nextStampKey());
  return meeting.api.must(contract.makeManifest, { params: { roundId: id } }, meeting.clerk);
}

let taken = 0;

/** Rounds that follow each other never have the same. */
function nextStampKey(): Buffer {
  const stock = inject('stampKeys');
  taken += 1;
  return Buffer.from(stock[taken % stock.length] ?? '', 'base64');
}

/** Papers can be drawn. */
export async function armed(meeting: Meeting): Promise<RoundDetail> {
  const round = await withManifest(meeting);
  const [chief, second] = meeting.scrutineers;
  await mustSign(meeting, round, chief, 'manifest');
  return mustSign(meeting, round, second, 'manifest');
}

export async function enterHeadCount(meeting: Meeting, round: RoundDetail): Promise<RoundDetail> {
  const body = { headCount: round.present, reason: null };
  return meeting.api.must(contract.enterHeadCount, { params: { roundId: round.id }, body }, meeting.scrutineers[0].token);
}

/** Voting is open and every one of these delegates has drawn a paper. */
export async function opened(meeting: Meeting, present = meeting.delegates): Promise<{ round: RoundDetail; booth: TestRound; papers: DrawnPaper[] }> {
  const round = await armed(meeting);
  const booth = await boothRound(meeting, round.id);
  const papers = await drawAll(meeting, booth, present);
  await enterHeadCount(meeting, round);
  return { round: await meeting.api.must(contract.openRound, { params: { roundId: round.id }, body: {} }, meeting.clerk), booth, papers };
}

/** Runs the countdown of a rehearsal out. */
export async function close(meeting: Meeting, roundId: string): Promise<RoundDetail> {
  await meeting.api.must(contract.startClosing, { params: { roundId }, body: { seconds: 1 } }, meeting.clerk);
  return until(meeting, roundId, (round) => round.state !== 'open');
}

export async function until(meeting: Meeting, roundId: string, reached: (round: RoundDetail) => boolean): Promise<RoundDetail> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const round = await readRound(meeting, roundId);
    if (reached(round)) return round;
    await sleep(50);
  }
  throw new Error('The round did not move on in time.');
}

/** A closed round with one ballot for each list of project numbers; further papers stay out of the box. */
export async function closed(meeting: Meeting, selections: readonly (readonly number[])[]): Promise<RoundDetail> {
  const { round, booth, papers } = await opened(meeting);
  await Promise.all(selections.map((numbers, index) => cast(meeting, booth, paperAt(papers, index), numbers)));
  return close(meeting, round.id);
}

function paperAt(papers: readonly DrawnPaper[], index: number): DrawnPaper {
  const paper = papers[index];
  if (paper === undefined) throw new Error('There are more ballots than papers.');
  return paper;
}

/** Gate 1 signed by chief and one more, box frozen. */
export async function frozen(meeting: Meeting, selections: readonly (readonly number[])[]): Promise<RoundDetail> {
  const round = await closed(meeting, selections);
  const [chief, second] = meeting.scrutineers;
  await mustSign(meeting, round, chief, 'count', 'sth');
  await mustSign(meeting, round, second, 'count', 'sth');
  return meeting.api.must(contract.freezeBox, { params: { roundId: round.id } }, meeting.clerk);
}

async function boxKeyOf(meeting: Meeting, roundId: string, { root }: TestScrutineer) {
  return scrutineerBoxKey(platform, root, meeting.electionId, new Uint8Array(Buffer.from(roundId, 'base64url')));
}

/** What a scrutineer hands over: the round's box key sealed to every other one. */
export async function releases(meeting: Meeting, round: RoundDetail, from: TestScrutineer, privateKey?: Uint8Array) {
  const { manifest } = await boothRound(meeting, round.id);
  const key = privateKey ?? (await boxKeyOf(meeting, round.id, from)).privateKey;
  const others = manifest.scrutineers.filter((one) => one.i !== from.i);
  return Promise.all(
    others.map(async (to) => {
      const path = { treeHeadHash: hashBytes(round.treeHead?.hash), from: from.i, to: to.i };
      const sealed = await sealRelease(platform, path, to, key);
      if (!sealed.ok) throw new Error('A box key of the manifest is no key.');
      return { to: to.i, sealed: text(sealed.sealed) };
    }),
  );
}

export async function release(meeting: Meeting, round: RoundDetail, ...from: readonly TestScrutineer[]): Promise<void> {
  for (const one of from) {
    const body = { releases: await releases(meeting, round, one) };
    await meeting.api.must(contract.releaseKeys, { params: { roundId: round.id }, body }, one.token);
  }
}

/** Opens the box as a scrutineer's browser does, with the keys that were sealed to it. */
export async function openAs(meeting: Meeting, round: RoundDetail, me: TestScrutineer): Promise<string> {
  const { manifest, mh } = await boothRound(meeting, round.id);
  const params = { roundId: round.id };
  const { released } = await meeting.api.must(contract.startOpening, { params }, me.token);
  const mine = await boxKeyOf(meeting, round.id, me);
  const sealed = await meeting.api.must(contract.readReleases, { params }, me.token);
  const keys: ReleasedKey[] = [];
  for (const i of released) {
    const sender = manifest.scrutineers.find((one) => one.i === i);
    const given = sealed.find((one) => one.from === i);
    if (sender === undefined) throw new Error('Released by nobody of the manifest.');
    const path = { treeHeadHash: hashBytes(round.treeHead?.hash), from: i, to: me.i };
    const key = i === me.i ? { ok: true as const, i, opener: mine.opener } : await openRelease(platform, path, sender, mine.opener, new Uint8Array(Buffer.from(given?.sealed ?? '', 'base64url')));
    if (!key.ok) throw new Error(`bad-release ${String(i)}`);
    keys.push(key);
  }
  const box = boxOf(await meeting.api.must(contract.readBox, { params }, me.token)) ?? [];
  const rows = box.flatMap((row) => (row.box === null ? [] : [{ pk: row.pk, box: row.box, leaf: leafOf({ pk: row.pk, box: row.box }) }]));
  const board = await openBox(platform, { manifest, mh, treeHead: utf8(round.treeHead?.document ?? ''), released: keys, rows });
  return Buffer.from(writeBoard(board)).toString();
}

export async function postBoard(meeting: Meeting, round: RoundDetail, me: TestScrutineer, board: string): Promise<Reply<RoundDetail>> {
  const sig = text(await platform.ed25519Sign(me.sign.seed, signedMessage('board', sha256(utf8(board)))));
  return meeting.api.call(contract.postBoard, { params: { roundId: round.id }, body: { board, sig } }, me.token);
}

/** Two scrutineers opened the box and found the same. */
export async function tallied(meeting: Meeting, selections: readonly (readonly number[])[]): Promise<RoundDetail> {
  const round = await frozen(meeting, selections);
  const [chief, second] = meeting.scrutineers;
  await release(meeting, round, chief, second);
  const posted = await postBoard(meeting, round, chief, await openAs(meeting, round, chief));
  if (!posted.ok) throw new Error(JSON.stringify(posted.error));
  return mustSign(meeting, posted.value, second, 'board');
}

/** Gate 2: certified by the tally clerk, signed by chief and one more. */
export async function throughGate2(meeting: Meeting, round: RoundDetail): Promise<RoundDetail> {
  const [chief, second] = meeting.scrutineers;
  const params = { roundId: round.id };
  const certified = await meeting.api.must(contract.certify, { params, body: { hash: hashOf(round, 'outcome') } }, meeting.clerk);
  await mustSign(meeting, certified, second, 'outcome');
  return mustSign(meeting, certified, chief, 'outcome');
}

export async function certified(meeting: Meeting, selections: readonly (readonly number[])[]): Promise<RoundDetail> {
  return throughGate2(meeting, await tallied(meeting, selections));
}
