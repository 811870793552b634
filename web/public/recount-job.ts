import { z } from 'zod';
import { CHECK_NAMES } from '#shared/ballot-paper/check-name.ts';
import { ERROR_CODES } from '#shared/error-code.ts';

/** What the recount page asks of its worker and what it hears back; both sides parse. */
const check = z.enum(CHECK_NAMES);

export const recountJob = z.object({ zip: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes') });
export type RecountJob = z.infer<typeof recountJob>;

export const recountedRound = z.object({
  /** `round-1`, or empty for a record by itself. */
  name: z.string(),
  /** From the manifest: which round of which vote this is; null where it could not be read. */
  manifest: z.object({ title: z.string(), number: z.int(), fingerprint: z.string() }).nullable(),
  /** Hex SHA-256 of the outcome file; null without one. */
  outcomeHash: z.string().nullable(),
  checks: z.array(z.object({ name: check, passed: z.boolean(), detail: z.string().optional() })),
  withKeys: z.boolean(),
  /** From the lines of the board; null where it could not be read. */
  counted: z
    .object({
      rows: z.array(z.object({ number: z.int(), title: z.string(), votes: z.int() })),
      ballots: z.int(),
      valid: z.int(),
      abstained: z.int(),
      invalid: z.int(),
    })
    .nullable(),
});
export type RecountedRound = z.infer<typeof recountedRound>;

export const recountAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recounted'), rounds: z.array(recountedRound), milliseconds: z.number() }),
  z.object({ kind: z.literal('refused'), reason: z.enum(ERROR_CODES) }),
]);
export type RecountAnswer = z.infer<typeof recountAnswer>;

/** What is said while the work goes on: which checks there will be, how far a long one is, how each one ended. */
export const recountNews = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), rounds: z.array(z.object({ name: z.string(), checks: z.array(check) })) }),
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int(), round: z.string(), check }),
  z.object({ kind: z.literal('checked'), round: z.string(), check, passed: z.boolean() }),
]);
export type RecountNews = z.infer<typeof recountNews>;

export const recountWord = z.discriminatedUnion('kind', [...recountNews.options, z.object({ kind: z.literal('answer'), answer: recountAnswer })]);
