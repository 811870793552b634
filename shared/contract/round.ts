import { z } from 'zod/mini';
import { congressId, recordId, roundId } from '../ids.ts';
import { roundSummary } from './congress.ts';
import { endpoint } from './endpoint.ts';
import { bytes, count, hash, instant, line, ok, reason, signature } from './field.ts';

const inCongress = z.object({ congressId });
const ofRound = z.object({ roundId });

/** Whose signatures lie on a file of the round, by the number on the manifest. */
const signers = z.array(z.int());

export const ruling = z.object({
  id: recordId,
  kind: z.enum(['void', 'tie', 'shortfall']),
  text: z.string(),
  by: z.string(),
  reason: z.string(),
  selected: z.array(z.int()),
  /** Exact bytes to sign, UTF-8. */
  document: z.string(),
  enteredAt: instant,
  effectiveAt: z.nullable(instant),
});
export type RulingView = z.infer<typeof ruling>;

/** Files of a round that scrutineers sign. */
export const signedFile = z.enum(['manifest', 'count', 'sth', 'board', 'outcome']);

/** What a scrutineer may decline to sign, with a reason; the tree head goes with the count report. */
export const declinable = z.enum(['manifest', 'count', 'outcome', 'board']);
export type Declinable = z.infer<typeof declinable>;

const projectCount = z.object({ number: z.int(), votes: count });

/** A round as clerks and scrutineers see it. Totals are null until gate 1 and the opening allow them. */
export const roundDetail = z.extend(roundSummary, {
  /** t of n, of this round's box. */
  threshold: z.object({ t: z.int(), n: z.int() }),
  summoned: count,
  present: count,
  /** Present by the rule of gate 1: checked in at any moment between arming and close. */
  presentDuringRound: count,
  quorum: z.object({ needed: count, met: z.boolean() }),
  issued: count,
  /** Moves in steps of 5 s until close. */
  received: count,
  headCount: z.object({ entered: z.boolean(), differs: z.boolean(), reason: z.nullable(z.string()) }),
  manifest: z.nullable(z.object({ hash, fingerprint: z.string(), signedBy: signers, summoned: count, options: z.array(z.int()) })),
  /** Reopenings that wait for approval: delegate numbers, never ballots. */
  reopenings: z.array(z.object({ id: recordId, delegateNumber: z.string(), name: z.string(), requestedAt: instant })),
  countReport: z.nullable(z.object({
    document: z.string(),
    hash,
    signedBy: signers,
    issued: count,
    received: count,
    notReturned: count,
    present: count,
    summoned: count,
    reopened: count,
    headCount: z.nullable(count),
    headCountReason: z.nullable(z.string()),
    valid: z.boolean(),
  })),
  treeHead: z.nullable(z.object({ document: z.string(), hash, size: count, signedBy: signers, serverSignature: signature })),
  released: signers,
  /** The set that opening uses, fixed when it started. */
  openingSet: z.nullable(signers),
  board: z.nullable(z.object({ hash, signedBy: signers })),
  objections: z.array(z.object({ by: z.string(), text: z.string(), enteredAt: instant })),
  outcome: z.nullable(z.object({
    document: z.string(),
    hash,
    signedBy: signers,
    certifiedBy: z.nullable(z.string()),
    counts: z.array(projectCount),
    valid: count,
    abstained: count,
    invalid: count,
    selected: z.array(z.int()),
    tied: z.array(z.int()),
    keyWork: z.array(z.int()),
    placesLeft: z.int(),
    final: z.boolean(),
    /** What must follow: nothing, another round, or a ruling of the chair. */
    next: z.enum(['none', 'revote', 'second-round', 'ruling-tie', 'ruling-shortfall']),
  })),
  rulings: z.array(ruling),
  /** When each signature on the files as they stand was given, in the order of signing. */
  signatures: z.array(z.object({ file: signedFile, position: z.int(), at: instant })),
  declines: z.array(z.object({ gate: declinable, position: z.int(), name: z.string(), reason: z.string(), at: instant })),
  /** Backups made while papers were out, of which nobody has said that they are gone. */
  backupsLeft: count,
});
export type RoundDetail = z.infer<typeof roundDetail>;

export const listRounds = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/rounds',
  who: ['clerk', 'scrutineer'],
  summary: 'All rounds with figures, files, signatures and what is missing',
  params: inCongress,
  response: z.array(roundDetail),
});

export const prepareRound = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/rounds',
  who: ['clerk'],
  summary: 'Prepare the next round: the first, the re-vote of a tie, the second round of a shortfall, or the repeat of a void one',
  params: inCongress,
  response: roundDetail,
});

export const makeManifest = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/manifest',
  who: ['clerk'],
  summary: 'Make stamp key and manifest; the round is armed when t scrutineers have signed it',
  params: ofRound,
  response: roundDetail,
});

export const discardManifest = endpoint({
  method: 'DELETE',
  path: '/api/rounds/:roundId/manifest',
  who: ['clerk'],
  summary: 'Take back a manifest while no paper is drawn, for a roll change; signatures on it are void',
  params: ofRound,
  response: roundDetail,
});

export const readManifest = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/manifest',
  who: ['public'],
  summary: 'The exact manifest bytes',
  params: ofRound,
  response: 'file',
});

export const readManifestSignatures = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/manifest.sigs',
  who: ['public'],
  summary: 'Signatures of the manifest',
  params: ofRound,
  response: z.array(z.object({ i: z.int(), sig: signature })),
});

export const readRoll = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/roll',
  who: ['scrutineer'],
  summary: 'The roll lines of the manifest (ordinal and public key), to check its hash',
  params: ofRound,
  response: z.array(z.object({ no: z.int(), pk: bytes(32), number: z.string(), name: z.string() })),
});

export const signFile = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/signatures',
  who: ['scrutineer'],
  summary: 'Sign one or more files of the round in one act; each moves the round on when its last needed signature is there',
  params: ofRound,
  body: z.object({ signatures: z.array(z.object({ file: signedFile, hash, sig: signature })).check(z.minLength(1), z.maxLength(2)) }),
  response: roundDetail,
});

export const declineGate = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/declines',
  who: ['scrutineer'],
  summary: 'Decline to sign, with a reason: printed at the gates, told to the clerk at the manifest; on the board it withdraws the opening that differs',
  params: ofRound,
  body: z.object({ gate: declinable, reason }),
  response: roundDetail,
});

export const enterHeadCount = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/head-count',
  who: ['scrutineer'],
  summary: 'The chief scrutineer enters the heads counted in the hall; a difference from the check-ins needs a reason',
  params: ofRound,
  body: z.object({ headCount: count, reason: z.nullable(reason) }),
  response: roundDetail,
});

export const openRound = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/opening',
  who: ['clerk'],
  summary: 'Open voting; names how many present have not drawn where some have not',
  params: ofRound,
  body: z.object({ confirmedNotDrawn: z.optional(count) }),
  response: roundDetail,
});

export const takeOpeningBack = endpoint({
  method: 'DELETE',
  path: '/api/rounds/:roundId/opening',
  who: ['clerk'],
  summary: 'Take the opening back while nothing was received',
  params: ofRound,
  response: roundDetail,
});

export const startClosing = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/close',
  who: ['clerk'],
  summary: 'Start the countdown of 60 s; a rehearsal may take a shorter one',
  params: ofRound,
  body: z.object({ seconds: z.optional(z.int().check(z.minimum(1), z.maximum(60))) }),
  response: roundDetail,
});

export const callOffClosing = endpoint({
  method: 'DELETE',
  path: '/api/rounds/:roundId/close',
  who: ['clerk'],
  summary: 'Call the countdown off',
  params: ofRound,
  response: roundDetail,
});

export const confirmBackupsGone = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/backups-gone',
  who: ['clerk'],
  summary: 'After the close: the backups that were made while papers were out are deleted, on every medium',
  params: ofRound,
  response: roundDetail,
});

export const freezeBox = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/freeze',
  who: ['clerk'],
  summary: 'Freeze the box after gate 1: rewritten in the order of its keys, stamp key destroyed',
  params: ofRound,
  response: roundDetail,
});

export const readBox = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/box',
  who: ['scrutineer'],
  summary: 'box.jsonl of the closed box at the auditors\' level, to verify and to open',
  params: ofRound,
  response: 'file',
});

export const readRecordFile = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/record/:file',
  who: ['public', 'delegate', 'scrutineer', 'clerk', 'office'],
  summary: 'One file of the election record, as far as the method opens it to the reader and the round has come',
  params: z.object({
    roundId,
    file: z.enum([
      'manifest.json', 'sth.json', 'board.txt', 'outcome.json', 'sigs.json', 'roll.json', 'issue.jsonl', 'box.jsonl',
      'reissued.jsonl', 'paper.jsonl',
    ]),
  }),
  response: 'file',
});

export const readRecordZip = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/record.zip',
  who: ['public', 'delegate', 'scrutineer', 'clerk', 'office'],
  summary: 'The election record of every certified round, as folders round-N of one zip',
  params: inCongress,
  response: 'file',
});

export const releaseKeys = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/releases',
  who: ['scrutineer'],
  summary: 'Hand the round\'s box key over, sealed to every other scrutineer',
  params: ofRound,
  body: z.object({ releases: z.array(z.object({ to: z.int(), sealed: bytes(113) })).check(z.minLength(1), z.maxLength(20)) }),
  response: roundDetail,
});

export const readReleases = endpoint({
  method: 'GET',
  path: '/api/rounds/:roundId/releases',
  who: ['scrutineer'],
  summary: 'The keys sealed to me',
  params: ofRound,
  response: z.array(z.object({ from: z.int(), sealed: bytes(113) })),
});

export const startOpening = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/board/opening',
  who: ['scrutineer'],
  summary: 'Fix the released set and begin to open the box; until a board is posted it can be fixed anew without a useless key',
  params: ofRound,
  /** Manifest numbers of the scrutineers whose keys the caller found useless, e.g. 1,3. */
  query: z.object({ without: z.optional(z.string().check(z.regex(/^[0-9]{1,2}(,[0-9]{1,2}){0,20}$/, 'numbers separated by commas'))) }),
  response: z.object({ released: signers }),
});

export const postBoard = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/board',
  who: ['scrutineer'],
  summary: 'The opened ballots, sorted, with the first signature',
  params: ofRound,
  body: z.object({ board: z.string().check(z.maxLength(5_000_000)), sig: signature }),
  response: roundDetail,
});

export const enterObjection = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/objections',
  who: ['clerk'],
  summary: 'An objection raised after the board was shown, for the record',
  params: ofRound,
  body: z.object({ by: line(60), text: reason }),
  response: roundDetail,
});

export const enterRuling = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/rulings',
  who: ['clerk'],
  summary: 'The chair\'s ruling; takes effect with the chief scrutineer\'s signature',
  params: ofRound,
  body: z.object({
    kind: z.enum(['void', 'tie', 'shortfall']),
    text: reason,
    by: line(60),
    reason,
    selected: z.array(z.int()).check(z.maxLength(99)),
  }),
  response: roundDetail,
});

export const withdrawRuling = endpoint({
  method: 'DELETE',
  path: '/api/rounds/:roundId/rulings/:rulingId',
  who: ['clerk'],
  summary: 'Take back a ruling that is not yet signed',
  params: z.object({ roundId, rulingId: recordId }),
  response: roundDetail,
});

export const signRuling = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/rulings/:rulingId/signature',
  who: ['scrutineer'],
  summary: 'The chief scrutineer signs a ruling; it takes effect at once',
  params: z.object({ roundId, rulingId: recordId }),
  body: z.object({ sig: signature }),
  response: roundDetail,
});

export const certify = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/certification',
  who: ['clerk'],
  summary: 'The tally clerk certifies the outcome; the scrutineers sign after',
  params: ofRound,
  body: z.object({ hash }),
  response: roundDetail,
});

export const approveReopening = endpoint({
  method: 'POST',
  path: '/api/rounds/:roundId/reopenings/:reopeningId',
  who: ['clerk', 'scrutineer'],
  summary: 'Approve that a delegate takes the drawn paper up on another device, or report it',
  params: z.object({ roundId, reopeningId: recordId }),
  body: z.object({ approve: z.boolean() }),
  response: ok,
});
