import { errorBody, type ErrorBody } from '#shared/contract/error.ts';
import { type Answer, type Call, type Endpoint, parseAnswer } from '#shared/contract/endpoint.ts';
import { en } from '../text/frame.en.ts';
import { zh } from '../text/frame.zh.ts';
import { addressOf, type CallParts } from './address.ts';

/** No answer, or one that no server of ours gives (a proxy's page, a cut connection): nothing is known, try again. */
export type Unreachable = { readonly code: 'unreachable'; readonly message: { readonly zh: string; readonly en: string } };
export type CallError = ErrorBody | Unreachable;
export type CallResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

export const UNREACHABLE: Unreachable = { code: 'unreachable', message: { zh: zh.unreachable, en: en.unreachable } };
const JSON_PATIENCE_MS = 20_000;
const FILE_PATIENCE_MS = 120_000;

/**
 * Calls an endpoint of the contract: fills params into the path, sends query and JSON body, parses the
 * answer by the endpoint's schema and a refusal by errorBody. `file` endpoints answer their exact bytes.
 * The Authorization header goes out only when a token is given. Never throws for a network fault.
 */
export function call<E extends Endpoint>(endpoint: E, input: Call<E>, token?: string): Promise<CallResult<Answer<E>>> {
  return send(endpoint, input, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
}

/** A box call carries nothing that names the caller: no token, no cookie, no referrer, nothing from a cache. */
export function callBox<E extends Endpoint>(endpoint: E, input: Call<E>): Promise<CallResult<Answer<E>>> {
  return send(endpoint, input, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
}

async function send<E extends Endpoint>(endpoint: E, input: CallParts, init: RequestInit): Promise<CallResult<Answer<E>>> {
  try {
    const response = await fetch(addressOf(endpoint, input), withBody(endpoint, input, init));
    if (!response.ok) return { ok: false, error: errorBody.safeParse(await response.json()).data ?? UNREACHABLE };
    const value: unknown = endpoint.response === 'file' ? new Uint8Array(await response.arrayBuffer()) : await response.json();
    return { ok: true, value: parseAnswer(endpoint, value) };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}

function withBody(endpoint: Endpoint, input: CallParts, init: RequestInit): RequestInit {
  const patience = endpoint.response === 'file' ? FILE_PATIENCE_MS : JSON_PATIENCE_MS;
  const all: RequestInit = { ...init, method: endpoint.method, signal: AbortSignal.timeout(patience) };
  if (input.body === undefined) return all;
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  return { ...all, headers, body: JSON.stringify(input.body) };
}
