import { z } from 'zod/mini';

/** Who may call: `public` is anyone, signed in or not. */
export const ROLES = ['public', 'delegate', 'scrutineer', 'clerk', 'office'] as const;
export type Role = (typeof ROLES)[number];

/**
 * One endpoint, declared once: the server registers it, the clients call it, `npm run routes` prints it.
 * `response` is a schema for JSON, or `file` where exact bytes leave (manifest, record, documents).
 */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly who: readonly Role[];
  readonly summary: string;
  readonly params?: z.core.$ZodObject;
  readonly query?: z.core.$ZodObject;
  readonly body?: z.core.$ZodType;
  readonly response: z.core.$ZodType | 'file';
};

export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type Parsed<S> = S extends z.core.$ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.core.$ZodType ? z.input<S> : undefined;

/** What a handler receives, after parsing. */
export type Input<E extends Endpoint> = {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
};

/** What a caller passes; a part that the endpoint does not have is left out. */
export type Call<E extends Endpoint> = object & (E['params'] extends z.core.$ZodType ? { readonly params: Sent<E['params']> } : unknown) &
  (E['query'] extends z.core.$ZodType ? { readonly query?: Sent<E['query']> } : unknown) &
  (E['body'] extends z.core.$ZodType ? { readonly body: Sent<E['body']> } : unknown);

/** What the endpoint answers. */
export type Answer<E extends Endpoint> = E['response'] extends z.core.$ZodType ? z.output<E['response']> : Uint8Array;

/** The raw parts of a request before parsing. */
export type RawInput = { readonly params: unknown; readonly query: unknown; readonly body: unknown };

/** Parses a request by its endpoint; a part that the endpoint does not have is undefined. Throws $ZodError, which names the field. */
export function parseInput<E extends Endpoint>(endpoint: E, raw: RawInput): Input<E>;
export function parseInput(endpoint: Endpoint, raw: RawInput): unknown {
  return {
    params: parsePart(endpoint.params, raw.params),
    query: parsePart(endpoint.query, raw.query),
    body: parsePart(endpoint.body, raw.body),
  };
}

function parsePart(schema: z.core.$ZodType | undefined, value: unknown): unknown {
  return schema === undefined ? undefined : z.parse(schema, value);
}

/** Parses a JSON answer by its endpoint; a file endpoint's bytes pass unread. Throws $ZodError. */
export function parseAnswer<E extends Endpoint>(endpoint: E, value: unknown): Answer<E>;
export function parseAnswer(endpoint: Endpoint, value: unknown): unknown {
  return endpoint.response === 'file' ? value : z.parse(endpoint.response, value);
}
