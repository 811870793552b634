import { toBase64url } from '#shared/ballot-paper/base64url.ts';
import type { Platform } from '#shared/ballot-paper/platform.ts';
import type { SignedIn } from '#shared/contract/account.ts';
import type { Answer, Call, Endpoint } from '#shared/contract/endpoint.ts';
import { call, type CallResult } from '../api/client.ts';
import { keepSession } from '../api/session.ts';
import type { SecretPlace } from '../api/secret-store.ts';
import { type Letter, signIn } from './letter.ts';
import type { RoundStore } from './round-store.ts';

/** Calls in the name of one delegate. A login session that ran out is made again from the letter, unseen. */
export class DelegateLine {
  readonly platform: Platform;
  readonly letter: Letter;
  readonly store: RoundStore;
  #session: SignedIn;

  constructor(platform: Platform, letter: Letter, session: SignedIn, store: RoundStore) {
    this.platform = platform;
    this.letter = letter;
    this.store = store;
    this.#session = session;
  }

  /** For the pages of this tab where a delegate reads the record of the hall; a shared tablet keeps nothing. */
  keep(): void {
    if (this.store.lasting) keepSession(this.#session);
  }

  async call<E extends Endpoint>(endpoint: E, input: Call<E>): Promise<CallResult<Answer<E>>> {
    const answer = await call(endpoint, input, this.#session.token);
    if (answer.ok || answer.error.code !== 'not-signed-in') return answer;
    const again = await signIn(this.platform, this.letter);
    if (!again.ok) return again;
    this.#session = again.value;
    this.keep();
    return call(endpoint, input, this.#session.token);
  }

  /** Where this device keeps what belongs to this letter in a round. */
  placeOf(roundId: string): SecretPlace {
    return { congressId: this.letter.congress.id, roundId, letterKey: toBase64url(this.letter.auth.publicKey) };
  }
}
