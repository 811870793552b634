import { challenge, signInScrutineer } from '#shared/contract/account.ts';
import * as rounds from '#shared/contract/round.ts';
import type { RoundDetail } from '#shared/contract/round.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { equalBytes, utf8 } from '#shared/ballot-paper/bytes.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import type { SignKey } from '#shared/ballot-paper/credential.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { toHex } from '#shared/ballot-paper/hex.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import { checkConsistency, readManifest } from '#shared/ballot-paper/manifest.ts';
import type { Manifest } from '#shared/ballot-paper/manifest.ts';
import { areBoxKeysSigned } from '#shared/ballot-paper/manifest-check.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import type { RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { openRelease, sealRelease } from '#shared/ballot-paper/release.ts';
import { rollHash } from '#shared/ballot-paper/roll.ts';
import { scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { countMessage, signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { doBoxJob } from '#web/scrutineer/box-work.ts';
import { ApiClient } from '#server/features/simulation/api-client.ts';
import type { Site } from '#server/features/simulation/simulated-delegate.ts';

type OwnFile = 'manifest' | 'count' | 'sth' | 'board' | 'outcome';
type Key = { readonly i: number; readonly sk: Bytes };

/** A scrutineer as an HTTP client: holds the root, checks what a scrutineer's browser checks, signs, releases, opens. */
export class SimulatedScrutineer {
  readonly #client: ApiClient;
  readonly #site: Site;
  readonly #congressId: string;
  readonly #electionId: Bytes;
  readonly #root: Bytes;
  #sign: SignKey | null = null;
  #position = 0;

  constructor(site: Site, congressId: string, root: Bytes) {
    this.#site = site;
    this.#client = new ApiClient(site.url);
    this.#congressId = congressId;
    this.#electionId = bytesOf(congressId);
    this.#root = root;
  }

  /** Number on the manifest, from 1; known after sign-in. */
  get position(): number {
    return this.#position;
  }

  async signIn(): Promise<void> {
    this.#sign = await scrutineerSignKey(platform, this.#root, this.#electionId);
    const pk = toBase64url(this.#sign.publicKey);
    const { nonce } = await this.#client.call(challenge, { body: { pk } });
    const sig = await this.#signed(loginMessage(this.#electionId, this.#site.origin, bytesOf(nonce)));
    const { token, who } = await this.#client.call(signInScrutineer, { body: { congressId: this.#congressId, pk, nonce, sig } });
    this.#client.signedIn(token);
    this.#position = Number(who.number);
  }

  /** Checks form, keys and roll, then signs the manifest. */
  async signManifest(roundId: string): Promise<RoundDetail> {
    const { manifest, bytes } = await this.#manifest(roundId);
    const mine = manifest.scrutineers.find(({ i }) => i === this.#position);
    demand(checkConsistency(manifest).ok && (await areBoxKeysSigned(platform, manifest)), 'The manifest contradicts itself.');
    demand(mine !== undefined && equalBytes(mine.sign, this.#signKey().publicKey), 'My key is not on the manifest.');
    const roll = await this.#client.call(rounds.readRoll, { params: { roundId } });
    const lines = roll.map(({ no, pk }) => ({ no, pk: bytesOf(pk) }));
    demand(equalBytes(rollHash(lines), manifest.roll) && lines.length === manifest.summoned, 'The roll is not the manifest\'s roll.');
    return this.#signFiles(roundId, [await this.#signatureOn('manifest', bytes)]);
  }

  enterHeadCount(roundId: string, headCount: number): Promise<RoundDetail> {
    return this.#client.call(rounds.enterHeadCount, { params: { roundId }, body: { headCount, reason: null } });
  }

  /** Gate 1: downloads and verifies the closed box with all that the tree head binds, then signs both files in one act. */
  async signGate1(round: RoundDetail): Promise<RoundDetail> {
    const { bytes: manifest } = await this.#manifest(round.id);
    const treeHead = utf8(round.treeHead?.document ?? '');
    const countReport = utf8(round.countReport?.document ?? '');
    const [signatures, roll, issues] = await Promise.all((['sigs.json', 'roll.json', 'issue.jsonl'] as const).map((file) => this.recordFile(round.id, file)));
    const box = await this.auditBox(round.id);
    if (signatures === undefined || roll === undefined || issues === undefined) throw new Error('A file of the record is missing.');
    const files = { manifest, treeHead, signatures, roll, issues, box, countReport };
    const mine = { position: this.#position, sign: this.#signKey().publicKey };
    const verified = await doBoxJob(platform, { kind: 'verify-box', files, mine }, () => undefined);
    const bad = verified.kind === 'verified' ? verified.checks.filter(({ ok }) => !ok).map(({ name }) => name) : ['box'];
    demand(bad.length === 0, `The closed box fails: ${bad.join(', ')}.`);
    return this.#signFiles(round.id, [
      await this.#signatureOn('count', countReport, sha256(manifest)),
      await this.#signatureOn('sth', treeHead),
    ]);
  }

  async release(round: RoundDetail): Promise<RoundDetail> {
    const { manifest } = await this.#manifest(round.id);
    const own = await scrutineerBoxKey(platform, this.#root, this.#electionId, manifest.roundId);
    const path = { treeHeadHash: treeHeadHash(round), from: this.#position };
    const releases = [];
    for (const other of manifest.scrutineers.filter(({ i }) => i !== this.#position)) {
      const sealed = await sealRelease(platform, { ...path, to: other.i }, other, own.privateKey);
      if (!sealed.ok) throw new Error(`Scrutineer ${String(other.i)} has no usable box key.`);
      releases.push({ to: other.i, sealed: toBase64url(sealed.sealed) });
    }
    return this.#client.call(rounds.releaseKeys, { params: { roundId: round.id }, body: { releases } });
  }

  /** Opens the box and posts the board. */
  async open(round: RoundDetail): Promise<RoundDetail> {
    const board = await this.#openBox(round);
    const { sig } = await this.#signatureOn('board', board);
    return this.#client.call(rounds.postBoard, { params: { roundId: round.id }, body: { board: new TextDecoder().decode(board), sig } });
  }

  /** Opens the box again and signs the posted board, if it is the same. */
  async openAgain(round: RoundDetail): Promise<RoundDetail> {
    const board = await this.#openBox(round);
    demand(toHex(sha256(board)) === round.board?.hash, 'The second opening gives another board.');
    return this.#signFiles(round.id, [await this.#signatureOn('board', board)]);
  }

  /** The chief's signature under a ruling as it was entered. */
  async signRuling(round: RoundDetail): Promise<RoundDetail> {
    const ruling = round.rulings.find(({ effectiveAt }) => effectiveAt === null);
    if (ruling === undefined) throw new Error('No ruling waits for a signature.');
    const sig = await this.#signed(signedMessage('ruling', sha256(utf8(ruling.document))));
    return this.#client.call(rounds.signRuling, { params: { roundId: round.id, rulingId: ruling.id }, body: { sig } });
  }

  /** Gate 2. */
  async signOutcome(round: RoundDetail): Promise<RoundDetail> {
    return this.#signFiles(round.id, [await this.#signatureOn('outcome', utf8(round.outcome?.document ?? ''))]);
  }

  recordFile(roundId: string, file: (typeof RECORD_FILES)[number]): Promise<Bytes> {
    return this.#client.call(rounds.readRecordFile, { params: { roundId, file } }).then((bytes) => new Uint8Array(bytes));
  }

  async auditBox(roundId: string): Promise<Bytes> {
    return new Uint8Array(await this.#client.call(rounds.readBox, { params: { roundId } }));
  }

  /** The released keys, each checked against the manifest, this scrutineer's own among them. */
  async releasedKeys(round: RoundDetail): Promise<readonly Key[]> {
    const { manifest } = await this.#manifest(round.id);
    const { released } = await this.#startedOpening(round);
    const sealed = await this.#client.call(rounds.readReleases, { params: { roundId: round.id } });
    const own = await scrutineerBoxKey(platform, this.#root, this.#electionId, manifest.roundId);
    return Promise.all(released.toSorted((a, b) => a - b).map(async (i) => {
      if (i === this.#position) return { i, sk: own.privateKey };
      const sender = manifest.scrutineers.find((one) => one.i === i);
      const given = sealed.find(({ from }) => from === i);
      if (sender === undefined || given === undefined) throw new Error(`Scrutineer ${String(i)} sealed no key to me.`);
      const path = { treeHeadHash: treeHeadHash(round), from: i, to: this.#position };
      const opened = await openRelease(platform, path, sender, own.opener, bytesOf(given.sealed));
      if (!opened.ok) throw new Error(`The key of scrutineer ${String(i)} is not the manifest's.`);
      return { i, sk: opened.privateKey };
    }));
  }

  async #startedOpening(round: RoundDetail): Promise<{ readonly released: readonly number[] }> {
    if (round.openingSet !== null) return { released: round.openingSet };
    return this.#client.call(rounds.startOpening, { params: { roundId: round.id } });
  }

  async #openBox(round: RoundDetail): Promise<Bytes> {
    const keys = await this.releasedKeys(round);
    const { bytes: manifest } = await this.#manifest(round.id);
    const treeHead = utf8(round.treeHead?.document ?? '');
    const box = await this.auditBox(round.id);
    const opened = await doBoxJob(platform, { kind: 'open-box', manifest, treeHead, box, keys: [...keys] }, () => undefined);
    if (opened.kind !== 'opened') throw new Error('The box could not be opened.');
    return new Uint8Array(opened.board);
  }

  async #manifest(roundId: string): Promise<{ readonly manifest: Manifest; readonly bytes: Uint8Array }> {
    const bytes = await this.#client.call(rounds.readManifest, { params: { roundId } });
    const read = readManifest(bytes);
    if (!read.ok) throw new Error('The manifest cannot be read.');
    return { manifest: read.manifest, bytes };
  }

  async #signatureOn(file: OwnFile, bytes: Uint8Array, mh: Uint8Array = new Uint8Array()) {
    const hash = sha256(bytes);
    const sig = await this.#signed(file === 'count' ? countMessage(mh, hash) : signedMessage(file, hash));
    return { file, hash: toHex(hash), sig };
  }

  #signFiles(roundId: string, signatures: { file: OwnFile; hash: string; sig: string }[]): Promise<RoundDetail> {
    return this.#client.call(rounds.signFile, { params: { roundId }, body: { signatures } });
  }

  async #signed(message: Uint8Array): Promise<string> {
    return toBase64url(await platform.ed25519Sign(this.#signKey().seed, message));
  }

  #signKey(): SignKey {
    if (this.#sign === null) throw new Error('The scrutineer is not signed in.');
    return this.#sign;
  }
}

function treeHeadHash(round: RoundDetail): Bytes {
  return sha256(utf8(round.treeHead?.document ?? ''));
}

function demand(fact: boolean, otherwise: string): void {
  if (!fact) throw new Error(otherwise);
}

function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('A field of the answer is not base64url.');
  return bytes;
}
