import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parseAnswer, parseInput } from '#shared/contract/endpoint.ts';
import type { Answer, Endpoint, Input } from '#shared/contract/endpoint.ts';
import type { ErrorBody } from '#shared/contract/error.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Caller, CallerOf } from './caller.ts';
import { sendRefusal } from './error-handler.ts';

/** What a handler returns: the answer, with another status than 200 where needed, or a refusal. */
export type Served<T> =
  | { readonly ok: true; readonly value: T; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | (Refusal & { readonly rows?: ErrorBody['rows'] });

export type Context<E extends Endpoint> = Input<E> & {
  readonly caller: CallerOf<E['who'][number]>;
  readonly request: FastifyRequest;
};

/** A file may leave as a stream, so that it is never held as a whole. */
type Body<E extends Endpoint> = E['response'] extends 'file' ? Uint8Array | Readable : Answer<E>;

export type RouteOptions = { readonly bodyLimit?: number };

/**
 * Registers one endpoint: role check, parsing of params, query and body, the handler, and the answer
 * through the endpoint's schema, so that nothing leaves that the contract does not name.
 */
export function serve<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (context: Context<E>) => Promise<Served<Body<E>>>,
  options: RouteOptions = {},
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(options.bodyLimit === undefined ? {} : { bodyLimit: options.bodyLimit }),
    config: { who: endpoint.who },
    schema: documentation(endpoint),
    handler: async (request, reply) => {
      const caller = request.caller;
      if (!isAllowed(endpoint, caller)) {
        return sendRefusal(reply, refuse(caller.role === 'public' ? 'not-signed-in' : 'forbidden'));
      }
      if (belongsElsewhere(endpoint, caller, request.params)) return sendRefusal(reply, refuse('another-congress'));
      const input = parseInput(endpoint, { params: request.params, query: request.query, body: request.body });
      return answer(reply, endpoint, await handler({ ...input, caller, request }));
    },
  });
}

function isAllowed<E extends Endpoint>(endpoint: E, caller: Caller): caller is CallerOf<E['who'][number]> {
  return endpoint.who.includes('public') || endpoint.who.includes(caller.role);
}

/** A token opens only its own congress; what everyone may read stays readable for everyone. */
function belongsElsewhere(endpoint: Endpoint, caller: Caller, params: unknown): boolean {
  if (caller.role === 'public' || endpoint.who.includes('public')) return false;
  if (typeof params !== 'object' || params === null || !('congressId' in params)) return false;
  return params.congressId !== caller.congressId;
}

/** Answers name people, figures of the moment and, in a rehearsal, secrets: no browser or proxy keeps them. */
const NOT_KEPT = { 'cache-control': 'no-store' };

function answer(reply: FastifyReply, endpoint: Endpoint, served: Served<unknown>): FastifyReply {
  if (!served.ok) return sendRefusal(reply, served, served.rows);
  reply.headers({ ...NOT_KEPT, ...served.headers });
  reply.code(served.status ?? 200);
  if (endpoint.response === 'file') return reply.send(served.value);
  const value = parseAnswer(endpoint, served.value);
  return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(value));
}

/** Zod schemas as they stand in the OpenAPI document; validation itself is done above. */
export function documentation(endpoint: Endpoint) {
  const { params, query, body, response, summary, path, who } = endpoint;
  const schema: Record<string, unknown> = {
    summary,
    description: `May be called by: ${who.join(', ')}.`,
    tags: [path.split('/')[path.startsWith('/api/') ? 2 : 1] ?? 'api'],
  };
  if (params !== undefined) schema['params'] = params;
  if (query !== undefined) schema['querystring'] = query;
  if (body !== undefined) schema['body'] = body;
  if (response !== 'file') schema['response'] = { 200: response satisfies z.core.$ZodType };
  if (!who.includes('public')) schema['security'] = [{ bearer: [] }];
  return schema;
}
