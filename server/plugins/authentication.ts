import { randomUUID } from 'node:crypto';
import jwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';
import { claims } from '../caller.ts';
import type { Caller, Claims, ReadClaims } from '../caller.ts';
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

/** Whether a login session that is genuine still counts: its account may be closed, or its sessions ended. */
export type IsLive = (claims: ReadClaims) => Promise<boolean>;

/** Box calls carry nothing and must not be asked. */
export function readCaller(app: FastifyInstance, isLive: IsLive): void {
  app.addHook('onRequest', async (request) => {
    Object.defineProperty(request, 'caller', { value: await callerOf(request, isLive), configurable: true });
  });
}

type Asking = { headers: { authorization?: string | undefined }; jwtVerify(): Promise<unknown> };

async function callerOf(request: Asking, isLive: IsLive): Promise<Caller> {
  if (request.headers.authorization === undefined) return { role: 'public' };
  const read = claims.safeParse(await request.jwtVerify().catch(() => null));
  if (!read.success || !(await isLive(read.data))) return { role: 'public' };
  const { sub: id, role, congressId, name, number, session } = read.data;
  return { id, role, congressId, name, number, session };
}

/** A login session of 30 minutes; renewed while used. */
export function signIn(app: FastifyInstance, who: Claims): SignedIn {
  const expiresAt = new Date(Date.now() + TOKEN_MINUTES * 60_000);
  const { sub, ...rest } = who;
  return {
    token: app.jwt.sign({ session: randomUUID(), ...who }, { expiresIn: `${String(TOKEN_MINUTES)}m` }),
    expiresAt: expiresAt.toISOString(),
    who: { id: sub, ...rest },
  };
}
