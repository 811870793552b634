import { challenge, signInDelegate } from '#shared/contract/account.ts';
import { boxStatus, cast, drawPaper } from '#shared/contract/booth.ts';
import { readManifest, readManifestSignatures } from '#shared/contract/round.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { boxRound, isReceipt, makeBallot, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';
import { concat, utf8 } from '#shared/ballot-paper/bytes.ts';
import { authKey, capsuleKey } from '#shared/ballot-paper/credential.ts';
import { hkdf, sha256 } from '#shared/ballot-paper/hash.ts';
import { loginMessage } from '#shared/ballot-paper/login.ts';
import { checkManifest } from '#shared/ballot-paper/manifest-check.ts';
import type { TrustedManifest } from '#shared/ballot-paper/manifest-check.ts';
import { derivePaper, issueMessage, sealCapsule, unblind } from '#shared/ballot-paper/paper.ts';
import type { Paper } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform } from '#shared/ballot-paper/platform-node.ts';
import { readSignatures } from '#shared/ballot-paper/signed-file.ts';
import { marksOf } from '#shared/domain/selection.ts';
import type { ValidSelection } from '#shared/domain/selection.ts';
import { ApiClient, RefusedError } from './api-client.ts';

export type SimulatedLetter = { readonly congressId: string; readonly secret: Bytes };
export type Site = {
  /** Where the server is reached. */
  readonly url: string;
  /** What a browser's address bar would say. */
  readonly origin: string;
};

/** A stamped paper in a simulated hand. */
export type StampedPaper = { readonly trusted: TrustedManifest; readonly paper: Paper; readonly stamp: Bytes };

/** What a checked manifest says once; a hall of simulated delegates need not read it hundreds of times. */
export type ManifestReader = (roundId: string) => Promise<TrustedManifest>;

/**
 * A delegate as an HTTP client of its own: signs in with the letter, checks the manifest, draws, casts and
 * keeps the receipt. Paper and capsule follow from the letter, so it forgets nothing when its process
 * ends; that is right for a simulated secret and for no other.
 */
export class SimulatedDelegate {
  readonly #client: ApiClient;
  readonly #letter: SimulatedLetter;
  readonly #site: Site;
  readonly #electionId: Bytes;
  readonly #manifest: ManifestReader;

  constructor(site: Site, letter: SimulatedLetter, manifest: ManifestReader = manifestReader(site, letter.congressId)) {
    this.#site = site;
    this.#letter = letter;
    this.#client = new ApiClient(site.url);
    this.#electionId = bytesOf(letter.congressId);
    this.#manifest = manifest;
  }

  async signIn(): Promise<void> {
    const auth = await authKey(platform, this.#letter.secret, this.#electionId);
    const pk = toBase64url(auth.publicKey);
    const { nonce } = await this.#client.call(challenge, { body: { pk } });
    const message = loginMessage(this.#electionId, this.#site.origin, bytesOf(nonce));
    const sig = toBase64url(await platform.ed25519Sign(auth.seed, message));
    const { token } = await this.#client.call(signInDelegate, { body: { congressId: this.#letter.congressId, pk, nonce, sig } });
    this.#client.signedIn(token);
  }

  /** Draws the round's paper, or gets the same one again. Throws RefusedError. */
  async draw(roundId: string): Promise<StampedPaper> {
    const trusted = await this.#manifest(roundId);
    const { mh, manifest } = trusted;
    const round = { mh, paperKey: manifest.paperKey };
    const paper = await derivePaper(platform, this.#derive('simulated paper', mh), round);
    const body = await this.#issueRequest(mh, paper);
    const { blindSignature } = await this.#client.call(drawPaper, { params: { roundId }, body });
    const unblinded = unblind(paper, round, bytesOf(blindSignature));
    if (!unblinded.ok) throw new Error('The server stamped another paper than the one it was given.');
    return { trusted, paper, stamp: unblinded.stamp };
  }

  async #issueRequest(mh: Bytes, paper: Paper): Promise<{ blindedMessage: string; capsule: string; sig: string }> {
    const { blindedMessage } = paper.blinded;
    const iv = this.#derive('simulated capsule', mh).subarray(0, 12);
    const key = capsuleKey(this.#letter.secret, this.#electionId, mh);
    const capsule = await sealCapsule(platform, key, mh, paper, iv);
    const auth = await authKey(platform, this.#letter.secret, this.#electionId);
    const sig = await platform.ed25519Sign(auth.seed, issueMessage(mh, blindedMessage, sha256(capsule)));
    return { blindedMessage: toBase64url(blindedMessage), capsule: toBase64url(capsule), sig: toBase64url(sig) };
  }

  /** Casts and checks the receipt; answers the tracker. Throws RefusedError. */
  async cast(roundId: string, { trusted, paper, stamp }: StampedPaper, selection: ValidSelection): Promise<string> {
    const { mh, manifest } = trusted;
    const marks = marksOf(selection, manifest.options.map(({ number }) => number));
    const { ballot, tracker } = await makeBallot(platform, boxRound(mh, manifest), paper, stamp, marks);
    const { receipt } = await this.#client.call(cast, { params: { roundId }, body: toCastMessage(ballot) });
    const genuine = await isReceipt(platform, manifest.serverKey, mh, ballot, bytesOf(receipt));
    if (!genuine) throw new Error('The receipt is not the server\'s receipt for this ballot.');
    return tracker;
  }

  /** Whether the ballot on this paper is in the box. */
  async hasCast(roundId: string, { paper }: StampedPaper): Promise<boolean> {
    try {
      await this.#client.call(boxStatus, { params: { roundId, pk: toBase64url(paper.key.publicKey) } });
      return true;
    } catch (error) {
      if (error instanceof RefusedError && error.body.code === 'not-in-box') return false;
      throw error;
    }
  }

  #derive(purpose: string, mh: Bytes): Bytes {
    return hkdf(this.#letter.secret, this.#electionId, concat(utf8(purpose), mh), 32);
  }
}

/** Reads a round's manifest and checks it as a booth does, once for all who share the reader. */
export function manifestReader(site: Site, congressId: string): ManifestReader {
  const client = new ApiClient(site.url);
  const known = new Map<string, Promise<TrustedManifest>>();
  const read = async (roundId: string): Promise<TrustedManifest> => {
    const bytes = await client.call(readManifest, { params: { roundId } });
    const listed = readSignatures(await client.call(readManifestSignatures, { params: { roundId } }));
    const expected = { electionId: bytesOf(congressId), roundId: bytesOf(roundId) };
    const checked = await checkManifest(platform, bytes, listed.ok ? listed.signatures : [], expected);
    if (!checked.ok) throw new Error(`The manifest of round ${roundId} is not to be trusted: ${checked.field ?? checked.reason}.`);
    return checked;
  };
  return (roundId) => {
    const reading = known.get(roundId) ?? read(roundId);
    known.set(roundId, reading);
    reading.catch(() => known.delete(roundId));
    return reading;
  };
}

/** The bytes of a field that the contract has checked. */
function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text);
  if (bytes === null) throw new Error('A field of the answer is not base64url.');
  return bytes;
}
