import { errorBody } from '#shared/contract/error.ts';
import type { ErrorBody } from '#shared/contract/error.ts';
import { parseAnswer } from '#shared/contract/endpoint.ts';
import type { Answer, Call, Endpoint } from '#shared/contract/endpoint.ts';

export type Reply<T> =
  | { readonly ok: true; readonly status: number; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly error: ErrorBody };

export type Api = {
  call<E extends Endpoint>(endpoint: E, input: Call<E>, token?: string): Promise<Reply<Answer<E>>>;
  /** Like call, for what must succeed: throws with the refusal otherwise. */
  must<E extends Endpoint>(endpoint: E, input: Call<E>, token?: string): Promise<Answer<E>>;
};

/** A typed client of a test server, over real HTTP. */
export function api(url: string): Api {
  const call: Api['call'] = async (endpoint, input, token) => {
    const response = await fetch(requestUrl(url, endpoint.path, input), {
      method: endpoint.method,
      headers: {
        ...('body' in input ? { 'content-type': 'application/json' } : {}),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...('body' in input ? { body: JSON.stringify(input.body) } : {}),
    });
    if (!response.ok) return { ok: false, status: response.status, error: errorBody.parse(await response.json()) };
    const raw: unknown =
      endpoint.response === 'file' ? new Uint8Array(await response.arrayBuffer()) : await response.json();
    return { ok: true, status: response.status, value: parseAnswer(endpoint, raw) };
  };
  return {
    call,
    must: async (endpoint, input, token) => {
      const reply = await call(endpoint, input, token);
      if (!reply.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
  };
}

function requestUrl(base: string, path: string, input: object): URL {
  const params: Record<string, unknown> = 'params' in input && typeof input.params === 'object' ? { ...input.params } : {};
  const filled = path.replace(/:([A-Za-z]+)/g, (_match, name: string) => encodeURIComponent(String(params[name])));
  const url = new URL(filled, base);
  const query: Record<string, unknown> = 'query' in input && typeof input.query === 'object' ? { ...input.query } : {};
  for (const [name, value] of Object.entries(query)) if (typeof value === 'string' || typeof value === 'number') url.searchParams.set(name, String(value));
  return url;
}
