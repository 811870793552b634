import { setTimeout as sleep } from 'node:timers/promises';
import { parseAnswer } from '#shared/contract/endpoint.ts';
import type { Answer, Call, Endpoint } from '#shared/contract/endpoint.ts';
import { errorBody } from '#shared/contract/error.ts';
import type { ErrorBody } from '#shared/contract/error.ts';

/** A request that was refused, with the server's own words. */
export class RefusedError extends Error {
  readonly body: ErrorBody;
  constructor(request: string, body: ErrorBody) {
    super(`${request}: ${body.code}${body.field === undefined ? '' : ` (${body.field})`}: ${body.message.en}`);
    this.body = body;
  }
}

const TRIES = 6;
const FIRST_PAUSE_MS = 200;

/**
 * One person's way to a server over real HTTP, signed in or not. Like a booth it sends the same bytes again,
 * with growing pauses, while the network or the server is away.
 */
export class ApiClient {
  readonly #url: string;
  #token: string | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  signedIn(token: string): void {
    this.#token = token;
  }

  /** Throws RefusedError. */
  async call<E extends Endpoint>(endpoint: E, input: Call<E>): Promise<Answer<E>> {
    const response = await this.#send(endpoint, input);
    const request = `${endpoint.method} ${endpoint.path}`;
    if (!response.ok) throw new RefusedError(request, errorBody.parse(await response.json()));
    const raw: unknown = endpoint.response === 'file' ? new Uint8Array(await response.arrayBuffer()) : await response.json();
    return parseAnswer(endpoint, raw);
  }

  async #send(endpoint: Endpoint, input: object): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(address(this.#url, endpoint.path, input), this.#request(endpoint, input)).catch((error: unknown) => {
        if (attempt === TRIES) throw error;
        return null;
      });
      if (response !== null && (response.status < 500 || attempt === TRIES)) return response;
      await response?.body?.cancel();
      await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    }
  }

  /** Box calls carry no sign-in. */
  #request(endpoint: Endpoint, input: object): RequestInit {
    const nameless = this.#token === null || endpoint.path.startsWith('/box/');
    const headers = {
      ...('body' in input ? { 'content-type': 'application/json' } : {}),
      ...(nameless ? {} : { authorization: `Bearer ${this.#token ?? ''}` }),
    };
    return { method: endpoint.method, headers, ...('body' in input ? { body: JSON.stringify(input.body) } : {}) };
  }
}

function address(base: string, path: string, input: object): URL {
  const params = fieldsOf(input, 'params');
  const url = new URL(path.replace(/:([A-Za-z]+)/g, (_match, name: string) => encodeURIComponent(params.get(name) ?? '')), base);
  for (const [name, value] of fieldsOf(input, 'query')) url.searchParams.set(name, value);
  return url;
}

function fieldsOf(input: object, part: 'params' | 'query'): Map<string, string> {
  const fields: unknown = part in input ? Object.getOwnPropertyDescriptor(input, part)?.value : undefined;
  if (typeof fields !== 'object' || fields === null) return new Map();
  return new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]));
}
