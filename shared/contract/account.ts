import { z } from 'zod/mini';
import { congressId, recordId, roundId } from '../ids.ts';
import { endpoint } from './endpoint.ts';
import { bytes, instant, line, publicKey, signature } from './field.ts';

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

export const signInAccount = endpoint({
  method: 'POST',
  path: '/api/auth/account',
  who: ['public'],
  summary: 'A clerk or the office signs in with name and password',
  body: z.object({ congressId, name: line(60), password: z.string().check(z.minLength(1), z.maxLength(200)) }),
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
    clerk: z.object({ name: line(60), password: z.string().check(z.minLength(10), z.maxLength(200)) }),
  }),
  response: signedIn,
});

const account = z.object({ id: recordId, name: z.string(), role: z.enum(['clerk', 'office']), createdAt: instant });
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
  body: z.object({ name: line(60), password: z.string().check(z.minLength(10), z.maxLength(200)), role: z.enum(['clerk', 'office']) }),
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

