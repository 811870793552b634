import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { fromHex } from '#shared/ballot-paper/hex.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { countMessage, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import * as contract from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import type { Reply } from './api.ts';
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

/** A prepared round with a manifest that nobody signed yet. */
export async function withManifest(meeting: Meeting): Promise<RoundDetail> {
  const { id } = await meeting.api.must(contract.prepareRound, { params: { congressId: meeting.congressId } }, meeting.clerk);
  return meeting.api.must(contract.makeManifest, { params: { roundId: id } }, meeting.clerk);
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
