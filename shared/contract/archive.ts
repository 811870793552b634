import { z } from 'zod/mini';
import { congressId } from '../ids.ts';
import { RETENTION } from '../domain/retention.ts';
import { endpoint } from './endpoint.ts';
import { count, hash, instant, ok, reason } from './field.ts';

const inCongress = z.object({ congressId });

/** Response header of the archive: the most files that it can hold, for whoever shows how far it has come. */
export const ARCHIVE_FILES_HEADER = 'x-archive-files';

export const readArchive = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/archive.zip',
  who: ['clerk'],
  summary: 'Every document, the record of every round, the audit log and a list of hashes as one zip, made while it is sent; refused with not-published before',
  params: inCongress,
  response: 'file',
});

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const months = z.int().check(z.minimum(RETENTION.fewest), z.maximum(RETENTION.most));

/** How a congress is kept: until when, what was taken of it, and who wants it deleted. */
export const keeping = z.object({
  months,
  publishedAt: z.nullable(instant),
  /** From when on it can be deleted: counted from the publication, else from the last act; null where nobody voted, which keeps nothing. */
  due: z.nullable(day),
  /** A round is between arming and the opening of its box: nothing is deleted. */
  underWay: z.boolean(),
  /** That day has come, or it is a rehearsal, or nobody voted; and no round is under way. */
  deletable: z.boolean(),
  /** The archive that was taken last; null where none left whole. */
  archive: z.nullable(z.object({ takenAt: instant, takenBy: z.string(), sha256: hash, size: z.int() })),
  deletion: z.nullable(z.object({ askedBy: z.string(), reason: z.string(), askedAt: instant, mine: z.boolean() })),
});
export type Keeping = z.infer<typeof keeping>;

export const readKeeping = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/keeping',
  who: ['clerk', 'scrutineer'],
  summary: 'How long the congress is kept, the archive that was taken last, and a deletion that waits for its second signature',
  params: inCongress,
  response: keeping,
});

export const changeRetention = endpoint({
  method: 'PUT',
  path: '/api/congresses/:congressId/retention',
  who: ['clerk'],
  summary: 'Months for which the congress is kept, after publication or, where it was given up, after the last act; once they run only longer',
  params: inCongress,
  body: z.object({ months }),
  response: keeping,
});

const password = z.string().check(z.minLength(1), z.maxLength(200));

export const askDeletion = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/deletion',
  who: ['clerk'],
  summary: 'The first signature under the deletion: the reason, and the password of the account again; refused before the due day and while a round is under way',
  params: inCongress,
  body: z.object({ reason, password }),
  response: keeping,
});

export const withdrawDeletion = endpoint({
  method: 'DELETE',
  path: '/api/congresses/:congressId/deletion',
  who: ['clerk'],
  summary: 'The deletion is no longer wanted; any clerk may say so',
  params: inCongress,
  response: keeping,
});

/** The wish that stood before whoever confirms: when it was asked for, as `keeping` says it. */
const seen = { askedAt: instant };

export const confirmDeletion = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/deletion/confirmation',
  who: ['clerk'],
  summary: 'The second signature, by another clerk with the password of the account again: everything of the congress is deleted but a stub',
  params: inCongress,
  body: z.object({ ...seen, password }),
  response: ok,
});

export const confirmDeletionAsScrutineer = endpoint({
  method: 'POST',
  path: '/api/congresses/:congressId/deletion/scrutineer-confirmation',
  who: ['scrutineer'],
  summary: 'The second signature, by a scrutineer in place: everything of the congress is deleted but a stub',
  params: inCongress,
  body: z.object(seen),
  response: ok,
});

/** What is left of a congress. */
export const deletedCongress = z.object({
  id: congressId,
  title: z.string(),
  place: z.string(),
  year: z.int(),
  rehearsal: z.boolean(),
  /** Null where it was given up before. */
  publishedAt: z.nullable(instant),
  /** Null where nobody had voted. */
  due: z.nullable(day),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  confirmedBy: z.string(),
  confirmedAs: z.enum(['clerk', 'scrutineer']),
  deletedAt: instant,
  archiveSha256: z.nullable(hash),
  auditHead: z.nullable(hash),
  counts: z.object({ delegates: count, letters: count, papers: count, ballots: count, accounts: count, auditLines: count }),
  rounds: z.array(z.object({ number: z.int(), state: z.string(), manifestHash: z.nullable(hash), outcomeHash: z.nullable(hash), received: count })),
});
export type DeletedCongress = z.infer<typeof deletedCongress>;

export const readDeleted = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/deleted',
  who: ['public'],
  summary: 'What is left of a congress that was deleted; congress-unknown for any other',
  params: inCongress,
  response: deletedCongress,
});
