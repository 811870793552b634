import { z } from 'zod/mini';
import { congressId, recordId } from '../ids.ts';
import { endpoint } from './endpoint.ts';
import { ok, publicKey } from './field.ts';

const inCongress = z.object({ congressId });
const ofScrutineer = z.object({ congressId, scrutineerId: recordId });

export const scrutineer = z.object({
  id: recordId,
  delegateId: recordId,
  name: z.string(),
  delegateNumber: z.string(),
  chief: z.boolean(),
  alternate: z.boolean(),
  /** The number on the manifest, from 1; alternates get one when they take a place. */
  position: z.nullable(z.int()),
  enrolled: z.boolean(),
  sign: z.nullable(publicKey),
  /** 8 Crockford characters, read out at adoption; null until enrolled. */
  keyCode: z.nullable(z.string()),
});
export type Scrutineer = z.infer<typeof scrutineer>;

export const listScrutineers = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/scrutineers',
  who: ['clerk', 'scrutineer'],
  summary: 'Scrutineers and alternates with their key codes',
  params: inCongress,
  response: z.array(scrutineer),
});

export const nameScrutineer = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/scrutineers',
  who: ['clerk'],
  summary: 'Name a delegate as scrutineer; answers the one-time invitation, shown once',
  params: inCongress,
  body: z.object({ delegateId: recordId, chief: z.boolean(), alternate: z.boolean() }),
  response: z.object({ scrutineer, invitation: z.string() }),
});

export const inviteAgain = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/scrutineers/:scrutineerId/invitation',
  who: ['clerk'],
  summary: 'A new invitation for one who has not enrolled; the old one stops working',
  params: ofScrutineer,
  response: z.object({ invitation: z.string() }),
});

export const dismissScrutineer = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/scrutineers/:scrutineerId',
  who: ['clerk'],
  summary: 'Take a scrutineer off the list, while preparing',
  params: ofScrutineer,
  response: ok,
});
