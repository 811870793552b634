import { z } from 'zod/mini';
import { roundId } from '../ids.ts';
import { congressSummary, project } from './congress.ts';
import { endpoint } from './endpoint.ts';
import { bytes, publicKey, signature } from './field.ts';

const ofRound = z.object({ roundId });

export const boothView = endpoint({
  method: 'GET',
  path: '/api/booth',
  who: ['delegate'],
  summary: 'What a delegate\'s booth needs: the congress, the round, whether I am checked in and have drawn',
  response: z.object({
    delegate: z.object({ number: z.string(), name: z.string(), delegation: z.string() }),
    congress: congressSummary,
    projects: z.array(project),
    checkedIn: z.boolean(),
    /** drawn: this letter's paper of the round in hand was issued, on whatever device. */
    paper: z.enum(['none', 'drawn']),
    reopening: z.enum(['none', 'pending', 'approved', 'declined']),
    /** Server time, for clocks that are wrong. */
    now: z.iso.datetime(),
  }),
});

export const drawPaper = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/paper',
  who: ['delegate'],
  summary: 'Issue 发票: stamp a blinded paper; 201 when new, 200 for the identical request again',
  params: ofRound,
  body: z.object({ blindedMessage: bytes(384), capsule: bytes(60), sig: signature }),
  response: z.object({ blindSignature: bytes(384) }),
});

export const askReopening = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/paper/reopen',
  who: ['delegate'],
  summary: 'Ask to take the drawn paper up on this device',
  params: ofRound,
  response: z.object({ reopening: z.enum(['pending', 'approved']) }),
});

export const takePaperUp = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/paper',
  who: ['delegate'],
  summary: 'The drawn paper again, after an approval, which serves one login session; only while armed or open',
  params: ofRound,
  response: z.object({ blindedMessage: bytes(384), capsule: bytes(60), blindSignature: bytes(384) }),
});

/** The cast message. Box calls carry no sign-in, no cookie, no referrer. */
export const castMessage = z.object({
  pk: publicKey,
  stamp: bytes(384),
  /** 180 + 114 n bytes. */
  box: z.string().check(z.regex(/^[A-Za-z0-9_-]{600,4000}$/, 'a box entry, base64url without padding')),
  sig: signature,
});

export const cast = endpoint({
  method: 'POST',
  path: '/box/:roundId',
  who: ['public'],
  summary: 'Cast 投票: the receipt comes after the ballot is durably in the box; the identical bytes again get the same answer',
  params: ofRound,
  body: castMessage,
  response: z.object({ receipt: signature }),
});

export const boxStatus = endpoint({
  method: 'GET',
  path: '/box/:roundId/:pk',
  who: ['public'],
  summary: 'The receipt of a ballot that is in the box',
  params: z.object({ roundId, pk: publicKey }),
  response: z.object({ receipt: signature }),
});
