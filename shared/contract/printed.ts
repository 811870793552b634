import { z } from 'zod/mini';
import { recordId, roundId } from '../ids.ts';
import { castMessage } from './booth.ts';
import { endpoint } from './endpoint.ts';
import { bytes, count, instant, line, publicKey, reason, signature } from './field.ts';
import { roundDetail } from './round.ts';

/** Printed ballots (纸质票), letters made anew after arming, and rounds counted by hand. */

const ofRound = z.object({ roundId });
const ofRequest = z.object({ roundId, requestId: recordId });

/** A hall's printed ballots; beyond this many nobody keys them twice in one sitting. */
const MOST_PRINTED = 500;
const marks = z.array(z.int().check(z.minimum(1))).check(z.maxLength(112));

const register = z.object({ printed: count, spoiled: count, unused: count, returned: count });
const keyedSheet = z.object({ marks, doubtful: z.boolean() });

/** What is done by hand beside the booths, as clerks and scrutineers see it: no marks, and no person beside a ballot. */
export const printedView = z.object({
  /** Printed ballots handed out; lines of the issue log. */
  issued: count,
  /** Letters of this round made anew. */
  reissued: count,
  /** What waits for the chief scrutineer. `no` and `pk` are what the chief signs. */
  requests: z.array(
    z.object({
      id: recordId,
      kind: z.enum(['printed', 'reissue']),
      no: z.int(),
      pk: z.nullable(publicKey),
      reason: z.nullable(z.string()),
      delegateNumber: z.string(),
      name: z.string(),
      requestedBy: z.string(),
      requestedAt: instant,
    }),
  ),
  counting: z.object({
    /** What I entered myself; nobody sees another's numbers before they agree. */
    mine: z.nullable(register),
    /** Who has entered numbers. */
    entered: z.array(z.string()),
    /** Two people entered numbers that do not agree. */
    differs: z.boolean(),
    settled: z.nullable(z.extend(register, { issued: count, countedBy: z.array(z.string()) })),
  }),
  keying: z.object({
    /** Ballots to key: those that came back. */
    wanted: count,
    /** Fewer than five came back: two scrutineers key. */
    few: z.boolean(),
    keyers: z.array(z.object({ name: z.string(), role: z.enum(['clerk', 'scrutineer']) })),
    keyedByMe: z.boolean(),
    /** Both have keyed; places in the pile that wait for the chief's ruling, from 1. */
    complete: z.boolean(),
    open: z.array(z.int()),
    rulings: z.array(z.object({ sheet: z.int(), valid: z.boolean(), reason: z.string(), ruledBy: z.string() })),
  }),
  /** Blinded papers that the chief's browser made for the agreed ballots, and who signed them second. */
  papers: z.object({ made: count, second: z.nullable(z.int()) }),
  /** The agreed ballots lie in the box, and the tree head binds them. */
  inBox: z.boolean(),
});
export type PrintedView = z.infer<typeof printedView>;

export const readPrinted = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/printed',
  who: ['clerk', 'scrutineer'],
  summary: 'Printed ballots and letters made anew: requests, register, keying, how far the box is',
  params: ofRound,
  response: printedView,
});

export const askPrinted = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/printed/requests',
  who: ['clerk'],
  summary: 'Ask the chief to sign that a delegate is handed a printed ballot; the delegate was told who keys where there are few',
  params: ofRound,
  body: z.object({ delegateId: recordId, told: z.boolean() }),
  response: printedView,
});

export const askReissue = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/reissues',
  who: ['clerk'],
  summary: 'Ask the chief to sign a letter made anew after arming, before its delegate drew; the public key only',
  params: ofRound,
  body: z.object({ delegateId: recordId, pk: publicKey, reason }),
  response: printedView,
});

export const withdrawRequest = endpoint({
  method: 'DELETE',
  path: '/api/rounds/:roundId/requests/:requestId',
  who: ['clerk'],
  summary: 'Take back a request that the chief has not signed',
  params: ofRequest,
  response: printedView,
});

export const signRequest = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/requests/:requestId/signature',
  who: ['scrutineer'],
  summary: 'The chief signs: the printed ballot is handed out, or the new letter takes the old one\'s place, at once',
  params: ofRequest,
  body: z.object({ sig: signature }),
  response: printedView,
});

export const declineRequest = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/requests/:requestId/decline',
  who: ['scrutineer'],
  summary: 'The chief will not sign, and says why',
  params: ofRequest,
  body: z.object({ reason }),
  response: printedView,
});

export const countPrinted = endpoint({
  method: 'PUT',
  path: '/api/rounds/:roundId/printed/count',
  who: ['clerk', 'scrutineer'],
  summary: 'The register and the returned ballots, counted folded after the close; two people with the same numbers settle them',
  params: ofRound,
  body: register,
  response: printedView,
});

export const keyPrinted = endpoint({
  method: 'PUT',
  path: '/api/rounds/:roundId/printed/keying',
  who: ['clerk', 'scrutineer'],
  summary: 'The unfolded ballots after gate 1, in the order of the pile, as one of two people reads them',
  params: ofRound,
  body: z.object({ sheets: z.array(keyedSheet).check(z.minLength(1), z.maxLength(MOST_PRINTED)) }),
  response: printedView,
});

export const discardKeying = endpoint({
  method: 'DELETE',
  path: '/api/rounds/:roundId/printed/keying',
  who: ['scrutineer'],
  summary: 'The chief has the pile keyed again, by whomever',
  params: ofRound,
  response: printedView,
});

export const readSheets = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/printed/sheets',
  who: ['scrutineer'],
  summary: 'Both keyings beside each other, for the chief, once both are there',
  params: ofRound,
  response: z.array(
    z.object({
      sheet: z.int(),
      keyed: z.array(z.extend(keyedSheet, { by: z.string() })),
      standing: z.enum(['agreed', 'differs', 'doubtful']),
      ruling: z.nullable(z.object({ valid: z.boolean(), marks, reason: z.string() })),
    }),
  ),
});

export const ruleSheet = endpoint({
  method: 'PUT',
  path: '/api/rounds/:roundId/printed/rulings/:sheet',
  who: ['scrutineer'],
  summary: 'The chief rules on a ballot that was keyed differently or is in doubt: counted with these marks, or invalid, with the reason',
  params: z.object({ roundId, sheet: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST_PRINTED)) }),
  body: z.object({ valid: z.boolean(), marks, reason }),
  response: printedView,
});

export const makePapers = endpoint({
  method: 'PUT',
  path: '/api/rounds/:roundId/printed/papers',
  who: ['scrutineer'],
  summary: 'One blinded paper for each agreed ballot, signed by the chief; made anew until the ballots are in the box',
  params: ofRound,
  body: z.object({ papers: z.array(z.object({ bm: bytes(384), sig: signature })).check(z.minLength(1), z.maxLength(MOST_PRINTED)) }),
  response: printedView,
});

export const signPapers = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/printed/papers/signatures',
  who: ['scrutineer'],
  summary: 'A second scrutineer signs every one of the blinded papers',
  params: ofRound,
  body: z.object({ papers: z.array(z.object({ bm: bytes(384), sig: signature })).check(z.minLength(1), z.maxLength(MOST_PRINTED)) }),
  response: printedView,
});

export const readPapers = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/printed/papers',
  who: ['scrutineer'],
  summary: 'The blinded papers; for the chief with their stamps, once the second scrutineer signed',
  params: ofRound,
  response: z.array(z.object({ bm: bytes(384), blindSignature: z.nullable(bytes(384)) })),
});

export const castPrinted = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/printed/ballots',
  who: ['scrutineer'],
  summary: 'The chief\'s browser puts all agreed ballots into the closed box in one act; the tree head is made with it',
  params: ofRound,
  body: z.object({ ballots: z.array(castMessage).check(z.maxLength(MOST_PRINTED)) }),
  response: printedView,
});

export const countByHand = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/hand-count',
  who: ['clerk'],
  summary: 'Everything failed: enter what the hall counted by hand, for an armed round in which nothing was drawn',
  params: ofRound,
  body: z.object({
    issued: count,
    received: count,
    abstained: count,
    invalid: count,
    counts: z.array(z.object({ number: z.int().check(z.minimum(1)), votes: count })).check(z.minLength(2), z.maxLength(112)),
    by: line(60),
    reason,
  }),
  response: roundDetail,
});
