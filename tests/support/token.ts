import { createHmac } from 'node:crypto';
import type { Claims } from '#server/caller.ts';
import type { TestServer } from './test-server.ts';

/** A token as sign-in would give it, for tests whose subject is what comes after. */
export function tokenFor(server: TestServer, claims: Claims): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, iat: now, exp: now + 1800 })}`;
  return `${signed}.${createHmac('sha256', server.deps.config.jwtSecret).update(signed).digest('base64url')}`;
}
