import { z } from 'zod/mini';
import { congressId, recordId, roundId } from '../ids.ts';
import { endpoint } from './endpoint.ts';
import { bytes, instant, line, ok, publicKey, signature } from './field.ts';

export const signedIn = z.object({
  token: z.string(),
  expiresAt: instant,
  who: z.object({
    id: recordId,
    role: z.enum(['delegate', 'scrutineer', 'clerk', 'office']),
    congressId,
    name: z.string(),
    /** The delegate number, or the scrutineer's number on the manifest; null for accounts. */
    number: z.nullable(z.string()),
  }),
});
export type SignedIn = z.infer<typeof signedIn>;

const proof = z.object({ congressId, pk: publicKey, nonce: bytes(32), sig: signature });

export const challenge = endpoint({
  method: 'POST',
  path: '/api/auth/challenge',
  who: ['public'],
  summary: 'A nonce to sign, 32 bytes, used once, valid 60 s',
  body: z.object({ pk: publicKey }),
  response: z.object({ nonce: bytes(32), expiresAt: instant }),
});

export const signInDelegate = endpoint({
  method: 'POST',
  path: '/api/auth/delegate',
  who: ['public'],
  summary: 'A delegate signs in with the key of the credential letter',
  body: proof,
  response: signedIn,
});

export const signInScrutineer = endpoint({
  method: 'POST',
  path: '/api/auth/scrutineer',
  who: ['public'],
  summary: 'A scrutineer signs in with the sign key',
  body: proof,
  response: signedIn,
});

/** What an authenticator shows: six digits (RFC 6238). */
const secondFactorCode = z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, 'six digits'));
const newPassword = z.string().check(z.minLength(10), z.maxLength(200));

export const signInAccount = endpoint({
  method: 'POST',
  path: '/api/auth/account',
  who: ['public'],
  summary: 'A clerk or the office signs in with name, password and, where the account asks for it, the code of the second factor',
  body: z.object({ congressId, name: line(60), password: z.string().check(z.minLength(1), z.maxLength(200)), code: z.optional(secondFactorCode) }),
  response: signedIn,
});

export const renew = endpoint({
  method: 'POST',
  path: '/api/auth/renew',
  who: ['delegate', 'scrutineer', 'clerk', 'office'],
  summary: 'Another 30 minutes for a login session in use',
  response: signedIn,
});

export const setUpCongress = endpoint({
  method: 'POST',
  path: '/api/setup',
  who: ['public'],
  summary: 'The one-time link of the terminal: a congress and its first clerk',
  body: z.object({
    token: z.string().check(z.minLength(20), z.maxLength(100)),
    congress: z.object({
      title: line(80),
      place: line(40),
      year: z.int().check(z.minimum(2000), z.maximum(2100)),
      profile: z.enum(['street', 'town', 'county', 'custom']),
    }),
    clerk: z.object({ name: line(60), password: newPassword }),
  }),
  response: signedIn,
});

const account = z.object({
  id: recordId,
  name: z.string(),
  role: z.enum(['clerk', 'office']),
  createdAt: instant,
  closed: z.boolean(),
  /** Whether signing in asks for a code as well. */
  secondFactor: z.boolean(),
});
export type AccountView = z.infer<typeof account>;
const inCongress = z.object({ congressId });

export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/accounts',
  who: ['clerk'],
  summary: 'Accounts of the congress',
  params: inCongress,
  response: z.array(account),
});

export const addAccount = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/accounts',
  who: ['clerk'],
  summary: 'A further clerk or the office account',
  params: inCongress,
  body: z.object({ name: line(60), password: newPassword, role: z.enum(['clerk', 'office']) }),
  response: account,
});

const ofAccount = z.object({ congressId, accountId: recordId });

export const changeAccount = endpoint({
  method: 'PATCH',
  path: '/api/congresses/:congressId/accounts/:accountId',
  who: ['clerk'],
  summary: 'Close an account or open it again, or give it another role; every login session of it ends',
  params: ofAccount,
  body: z.object({ role: z.optional(z.enum(['clerk', 'office'])), closed: z.optional(z.boolean()) }),
  response: account,
});

export const makeAccountLink = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/accounts/:accountId/link',
  who: ['clerk'],
  summary: 'A one-time link, good for a day, with which the person chooses a new password; an older link ends',
  params: ofAccount,
  response: z.object({ token: z.string(), expiresAt: instant }),
});

const linkToken = z.string().check(z.minLength(20), z.maxLength(100));

export const readAccountLink = endpoint({
  method: 'POST',
  path: '/api/accounts/link',
  who: ['public'],
  summary: 'Whose password a one-time link changes',
  body: z.object({ token: linkToken }),
  response: z.object({ congressId, title: z.string(), name: z.string(), role: z.enum(['clerk', 'office']) }),
});

export const useAccountLink = endpoint({
  method: 'POST',
  path: '/api/accounts/link/password',
  who: ['public'],
  summary: 'A new password by one-time link; login sessions and the second factor of the account end',
  body: z.object({ token: linkToken, password: newPassword }),
  response: ok,
});

export const readMyAccount = endpoint({
  method: 'GET',
  path: '/api/accounts/me',
  who: ['clerk', 'office'],
  summary: 'The account that is signed in',
  response: account,
});

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/accounts/me/password',
  who: ['clerk', 'office'],
  summary: 'Another password; every other login session of the account ends',
  body: z.object({ password: z.string().check(z.minLength(1), z.maxLength(200)), newPassword }),
  response: signedIn,
});

export const signOutEverywhere = endpoint({
  method: 'POST',
  path: '/api/accounts/me/sign-out-everywhere',
  who: ['clerk', 'office'],
  summary: 'End every login session of this account, this one too',
  response: ok,
});

export const offerSecondFactor = endpoint({
  method: 'POST',
  path: '/api/accounts/me/second-factor',
  who: ['clerk', 'office'],
  summary: 'A new secret for an authenticator; asked for only once a code of it was confirmed',
  /** otpauth:// address for a QR code, and the same secret in Base32 to type. */
  response: z.object({ uri: z.string(), secret: z.string() }),
});

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/accounts/me/second-factor/confirmation',
  who: ['clerk', 'office'],
  summary: 'The first code of the new secret: from now on signing in asks for one',
  body: z.object({ code: secondFactorCode }),
  response: account,
});

export const dropSecondFactor = endpoint({
  method: 'POST',
  path: '/api/accounts/me/second-factor/removal',
  who: ['clerk', 'office'],
  summary: 'Sign in by password alone again; asks for a code once more',
  body: z.object({ code: secondFactorCode }),
  response: account,
});

export const enrolmentOffer = endpoint({
  method: 'POST',
  path: '/api/scrutineers/invitation',
  who: ['public'],
  summary: 'What a scrutineer needs to make the keys: the congress and the reserved round ids',
  body: z.object({ invitation: z.string().check(z.minLength(20), z.maxLength(100)) }),
  response: z.object({
    congressId,
    title: z.string(),
    rehearsal: z.boolean(),
    name: z.string(),
    chief: z.boolean(),
    roundIds: z.array(roundId).check(z.length(5)),
  }),
});

export const enrol = endpoint({
  method: 'POST',
  path: '/api/scrutineers/enrol',
  who: ['public'],
  summary: 'A scrutineer hands in the public sign key and the five box keys',
  body: z.object({
    invitation: z.string().check(z.minLength(20), z.maxLength(100)),
    sign: publicKey,
    boxKeys: z.array(z.object({ roundId, box: bytes(65), sig: signature })).check(z.length(5)),
  }),
  response: signedIn,
});

