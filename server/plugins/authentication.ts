import jwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';
import { claims } from '../caller.ts';
import type { Caller, Claims } from '../caller.ts';
import type { SignedIn } from '#shared/contract/account.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    who?: readonly string[];
  }
}

export const TOKEN_MINUTES = 30;

/**
 * Reads `Authorization: Bearer`; a missing token is a public caller, a forged or expired one too, so
 * that what is public stays readable; a route for a role then answers not-signed-in. No cookies.
 */
export async function authentication(app: FastifyInstance, options: { secret: string }): Promise<void> {
  await app.register(jwt, { secret: options.secret, sign: { algorithm: 'HS256' }, verify: { algorithms: ['HS256'] } });
  app.decorateRequest('caller', { getter: () => ({ role: 'public' as const }) });
}

/** Box calls carry nothing and must not be asked. */
export function readCaller(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    Object.defineProperty(request, 'caller', { value: await callerOf(request), configurable: true });
  });
}

async function callerOf(request: { headers: { authorization?: string | undefined }; jwtVerify(): Promise<unknown> }): Promise<Caller> {
  if (request.headers.authorization === undefined) return { role: 'public' };
  try {
    const parsed = claims.safeParse(await request.jwtVerify());
    if (!parsed.success) return { role: 'public' };
    const { sub, ...rest } = parsed.data;
    return { id: sub, ...rest };
  } catch {
    return { role: 'public' };
  }
}

/** A login session of 30 minutes; renewed while used. */
export function signIn(app: FastifyInstance, who: Claims): SignedIn {
  const expiresAt = new Date(Date.now() + TOKEN_MINUTES * 60_000);
  const { sub, ...rest } = who;
  return {
    token: app.jwt.sign(who, { expiresIn: `${String(TOKEN_MINUTES)}m` }),
    expiresAt: expiresAt.toISOString(),
    who: { id: sub, ...rest },
  };
}
