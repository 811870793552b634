import type { Endpoint } from '#shared/contract/endpoint.ts';

/** What a call may carry; the endpoint says which parts it has. */
export type CallParts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown };

/** Path and query of a call. A param that the path names and the input lacks is a fault of ours and throws. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, input: CallParts): string {
  const params = new Map(entriesOf(input.params));
  const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = params.get(name);
    if (value === undefined) throw new Error(`${endpoint.path} wants ${name}.`);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(entriesOf(input.query)).toString();
  return query === '' ? path : `${path}?${query}`;
}

function entriesOf(part: unknown): [string, string][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => [name, String(value)]);
}
