import { z } from 'zod';
import { CHECK_NAMES } from '#shared/ballot-paper/check-name.ts';
import { ERROR_CODES } from '#shared/error-code.ts';

/** What the page asks of the worker and what it hears back; both sides parse. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

/** The files of a round before it is opened: exact bytes. */
const closedFiles = z.object({
  manifest: bytes,
  treeHead: bytes,
  signatures: bytes,
  roll: bytes,
  issues: bytes,
  /** Only where the tree head names them. */
  reissued: bytes.optional(),
  paper: bytes.optional(),
  box: bytes,
  countReport: bytes,
});

export const verifyBoxJob = z.object({
  kind: z.literal('verify-box'),
  files: closedFiles,
  /** My sign key (32 bytes) and number: the manifest must be one that holds my own key. */
  mine: z.object({ position: z.int(), sign: bytes }),
});

export const openBoxJob = z.object({
  kind: z.literal('open-box'),
  manifest: bytes,
  treeHead: bytes,
  box: bytes,
  /** Private box keys (32 bytes) of the fixed set, ascending, already checked against the manifest. */
  keys: z.array(z.object({ i: z.int(), sk: bytes })),
});

export const boxJob = z.discriminatedUnion('kind', [verifyBoxJob, openBoxJob]);
export type BoxJob = z.infer<typeof boxJob>;
export type VerifyBoxJob = z.infer<typeof verifyBoxJob>;
export type OpenBoxJob = z.infer<typeof openBoxJob>;

/** Beyond the record's own checks: mine is my key on the manifest, count-report its numbers against the tree head. */
export const boxCheckName = z.enum([...CHECK_NAMES, 'mine', 'server-signature', 'count-report']);
export type BoxCheckName = z.infer<typeof boxCheckName>;

export const boxAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('verified'), checks: z.array(z.object({ name: boxCheckName, ok: z.boolean() })), ballots: z.int(), milliseconds: z.number() }),
  z.object({
    kind: z.literal('opened'),
    /** The exact bytes of board.txt. */
    board: bytes,
    ballots: z.int(),
    valid: z.int(),
    abstained: z.int(),
    invalid: z.int(),
    milliseconds: z.number(),
  }),
  z.object({ kind: z.literal('refused'), reason: z.enum(ERROR_CODES) }),
]);
export type BoxAnswer = z.infer<typeof boxAnswer>;

export const boxWord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('answer'), answer: boxAnswer }),
]);
