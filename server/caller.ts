import { z } from 'zod';
import type { Role } from '#shared/contract/endpoint.ts';
import { congressId, recordId } from '#shared/ids.ts';

/** What a token says; parsed again at every request. */
export const claims = z.object({
  sub: recordId,
  role: z.enum(['delegate', 'scrutineer', 'clerk', 'office']),
  congressId,
  name: z.string(),
  number: z.string().nullable(),
  /** Of an account's login sessions; those of delegates and scrutineers end with letter or place. */
  generation: z.int().min(0).default(0),
  /** Of this login session alone; kept when it is renewed. */
  session: z.string().default(''),
});
export type Claims = z.input<typeof claims>;
export type ReadClaims = z.output<typeof claims>;

export type SignedInCaller = {
  /** Id of the delegate, scrutineer or account. */
  readonly id: string;
  readonly role: Claims['role'];
  readonly congressId: string;
  readonly name: string;
  readonly number: string | null;
  /** Tells the devices of one person apart. */
  readonly session: string;
};
export type Caller = { readonly role: 'public' } | SignedInCaller;

/** Who can reach an endpoint's handler, by the roles that it names. */
export type CallerOf<R extends Role> = 'public' extends R ? Caller : SignedInCaller & { readonly role: R };

/** How the audit log names a caller. */
export function actorName(caller: Pick<SignedInCaller, 'role' | 'name' | 'number'>): string {
  return caller.number === null ? `${caller.role} ${caller.name}` : `${caller.role} ${caller.number} ${caller.name}`;
}
