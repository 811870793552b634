import { z } from 'zod/mini';
import { DOCUMENT_FORMATS, DOCUMENT_NAMES, DOCUMENT_STEPS, NOT_YET } from '../document/document-name.ts';
import type { Document } from '../document/model.ts';
import { congressId } from '../ids.ts';
import { endpoint } from './endpoint.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
const column = z.object({
  title: z.string(),
  width: z.number(),
  align: z.enum(['start', 'center', 'end']),
  only: z.exactOptional(z.enum(['page', 'sheet'])),
});

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string(), place: z.enum(['body', 'plain', 'note', 'centre']) }),
  z.object({ kind: z.literal('facts'), rows: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({
    kind: z.literal('table'),
    caption: z.nullable(z.string()),
    name: z.string(),
    columns: z.array(column),
    rows: z.array(z.array(cell)),
    rowHeight: z.enum(['text', 'writing', 'tally']),
  }),
  z.object({
    kind: z.literal('signatures'),
    lines: z.array(z.object({ role: z.string(), name: z.nullable(z.string()), note: z.nullable(z.string()) })),
  }),
  z.object({ kind: z.literal('writing'), label: z.string(), lines: z.int() }),
  z.object({ kind: z.literal('closing'), by: z.string(), date: z.string() }),
  z.object({ kind: z.literal('stamp'), text: z.string() }),
]);

/** A document as plain data (`shared/document/model.ts`), for its print page. */
export const documentModel = z.object({
  name: z.enum(DOCUMENT_NAMES),
  meeting: z.string(),
  title: z.string(),
  subtitle: z.nullable(z.string()),
  kind: z.enum(['text', 'form']),
  landscape: z.boolean(),
  rehearsal: z.boolean(),
  blocks: z.array(block),
  foot: z.object({
    fingerprint: z.nullable(z.string()),
    hash: z.nullable(z.object({ label: z.string(), value: z.string() })),
    more: z.array(z.object({ label: z.string(), value: z.string() })),
  }),
  fileName: z.string(),
}) satisfies z.core.$ZodType<Document>;

/** A document in the list of a reader; `round` is null for documents of the whole congress and before the first round. */
export const listedDocument = z.object({
  name: z.enum(DOCUMENT_NAMES),
  step: z.enum(DOCUMENT_STEPS),
  title: z.string(),
  round: z.nullable(z.int()),
  formats: z.array(z.enum(DOCUMENT_FORMATS)),
  /** Why it cannot be made yet; null when it can. */
  missing: z.nullable(z.enum(NOT_YET)),
});
export type ListedDocument = z.infer<typeof listedDocument>;

const inCongress = z.object({ congressId });
const ofDocument = z.extend(inCongress, { name: z.enum(DOCUMENT_NAMES) });
/** Of which round, where the document is of one; the latest when left out. */
const whichRound = z.object({ round: z.optional(z.coerce.number().check(z.multipleOf(1), z.minimum(1), z.maximum(99))) });
const ANYONE = ['public', 'delegate', 'scrutineer', 'clerk', 'office'] as const;

export const listDocuments = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/documents',
  who: ANYONE,
  summary: 'The documents that concern the caller, by steps of the day, and what is missing for those that cannot be made yet',
  params: inCongress,
  response: z.array(listedDocument),
});

export const readDocument = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/documents/:name',
  who: ANYONE,
  summary: 'One document as data, for its print page; refused with document-not-ready before the record has what it needs',
  params: ofDocument,
  query: whichRound,
  response: documentModel,
});

export const downloadDocument = endpoint({
  method: 'GET',
  path: '/api/congresses/:congressId/documents/:name/:format',
  who: ANYONE,
  summary: 'One document as pdf, docx or xlsx; not every document has every format',
  params: z.extend(ofDocument, { format: z.enum(DOCUMENT_FORMATS) }),
  query: whichRound,
  response: 'file',
});
