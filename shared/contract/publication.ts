import { z } from 'zod/mini';
import { congressId } from '../ids.ts';
import { adoption, congressSummary, project, roundSummary } from './congress.ts';
import { endpoint } from './endpoint.ts';
import { count, hash, instant } from './field.ts';

const inCongress = z.object({ congressId });

/** A certified round's result, as the hall and the office may see it. */
export const certifiedRound = z.object({
  /** Counted by hand: no box. Left out otherwise. */
  hand: z.optional(z.literal(true)),
  number: z.int(),
  kind: roundSummary.shape.kind,
  fingerprint: z.string(),
  outcomeHash: hash,
  summoned: count,
  present: count,
  issued: count,
  received: count,
  valid: count,
  abstained: count,
  invalid: count,
  places: z.int(),
  counts: z.array(z.object({ number: z.int(), votes: count })),
  selected: z.array(z.int()),
  tied: z.array(z.int()),
  keyWork: z.array(z.int()),
  placesLeft: z.int(),
  final: z.boolean(),
  ruling: z.nullable(z.object({ text: z.string(), by: z.string(), reason: z.string() })),
  certifiedAt: instant,
});
export type CertifiedRound = z.infer<typeof certifiedRound>;

export const readScreen = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/screen',
  who: ['public'],
  summary: 'What the hall screen shows: figures of the hall, fingerprint, clock, and results after gate 2',
  params: inCongress,
  response: z.object({
    now: instant,
    congress: congressSummary,
    projects: z.array(project),
    summoned: count,
    present: count,
    quorum: z.object({ needed: count, met: z.boolean() }),
    issued: count,
    received: count,
    adoptions: z.array(adoption),
    scrutineers: z.array(z.object({ name: z.string(), chief: z.boolean(), keyCode: z.nullable(z.string()) })),
    results: z.array(certifiedRound),
    /** The round that was voided last and why, in the chair's words; null once the next manifest stands. */
    voided: z.nullable(z.object({
      number: z.int(),
      kind: roundSummary.shape.kind,
      ruling: z.object({ text: z.string(), by: z.string(), reason: z.string() }),
    })),
    /** Where delegates find their booth: a URL under the installation's first public origin. */
    boothAddress: z.string(),
  }),
});
export type ScreenView = z.infer<typeof readScreen.response>;

export const readAnnouncement = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/announcement',
  who: ['public'],
  summary: 'The published announcement; refused with not-published before',
  params: inCongress,
  response: z.object({
    congress: congressSummary,
    publishedAt: instant,
    /** In official order. */
    selected: z.array(project),
    keyWork: z.array(project),
    keyWorkLabel: z.string(),
    /** Without `counts` where the method publishes names only. */
    rounds: z.array(z.extend(certifiedRound, { counts: z.nullable(certifiedRound.shape.counts) })),
    /** Whether anyone may download the record. */
    recordOpen: z.boolean(),
  }),
});

export const readOffice = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/office',
  who: ['office', 'clerk'],
  summary: 'Selected projects and key work with figures, once the congress is decided; before, empty and decided false',
  params: inCongress,
  response: z.object({
    congress: congressSummary,
    decided: z.boolean(),
    selected: z.array(z.extend(project, { votes: z.nullable(count) })),
    keyWork: z.array(z.extend(project, { votes: z.nullable(count) })),
    rounds: z.array(certifiedRound),
  }),
});

export const auditEntry = z.object({
  sequence: z.int(),
  at: instant,
  actor: z.string(),
  act: z.string(),
  detail: z.string(),
  hash,
});

export const readAudit = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/audit',
  who: ['clerk', 'scrutineer'],
  summary: 'The audit log, newest first, by who, act and time, with the result of checking its whole chain',
  params: inCongress,
  query: z.object({
    actor: z.optional(z.string().check(z.maxLength(200))),
    act: z.optional(z.string().check(z.maxLength(100))),
    /** From this instant on, and before that one. */
    from: z.optional(instant),
    until: z.optional(instant),
    before: z.optional(z.coerce.number().check(z.multipleOf(1), z.positive())),
    most: z._default(z.coerce.number().check(z.multipleOf(1), z.minimum(1), z.maximum(500)), 100),
  }),
  response: z.object({
    entries: z.array(auditEntry),
    /** How many lines there are by who, act and time. */
    matching: count,
    /** Everyone and every act that the log knows, to choose from. */
    actors: z.array(z.string()),
    acts: z.array(z.string()),
    chain: z.object({ length: count, head: z.nullable(hash), intact: z.boolean() }),
  }),
});

/** What the whole log can be taken out as; `jsonl` is what lies in an archive, and carries the chain. */
export const AUDIT_FORMATS = ['csv', 'jsonl'] as const;

export const exportAudit = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/audit/export/:format',
  who: ['clerk', 'scrutineer'],
  summary: 'The whole audit log, oldest first, as CSV without formulas or as JSON lines; that it was taken is its last line',
  params: z.object({ congressId, format: z.enum(AUDIT_FORMATS) }),
  response: 'file',
});

/** One line of the event stream: what changed, never figures that link a person to an act. */
export const congressEvent = z.object({
  topic: z.enum(['congress', 'roll', 'attendance', 'scrutineers', 'round', 'papers', 'received']),
});
export type CongressEvent = z.infer<typeof congressEvent>;

/** Path of the event stream (text/event-stream); `data:` lines are congressEvent. */
export const EVENTS_PATH = '/api/congresses/:congressId/events';
