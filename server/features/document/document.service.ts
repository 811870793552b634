import { documentModel } from '#shared/contract/document.ts';
import type { ListedDocument } from '#shared/contract/document.ts';
import { CATALOGUE, buildDocument, mayRead, missingFor } from '#shared/document/catalogue.ts';
import { DOCUMENT_NAMES } from '#shared/document/document-name.ts';
import type { DocumentFormat, DocumentName } from '#shared/document/document-name.ts';
import type { Facts, RoundFacts } from '#shared/document/facts.ts';
import type { Document } from '#shared/document/model.ts';
import { titleOf } from '#shared/document/title.ts';
import type { Role } from '#shared/domain/permission.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { Caller } from '../../caller.ts';
import { writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import type { Deps } from '../../deps.ts';
import { renderApart } from '../../documents/render-apart.ts';
import { readFacts } from './facts.ts';

/** Which document, and of which round; the latest where none is named. */
export type Wanted = { readonly congressId: string; readonly name: DocumentName; readonly round: number | undefined };

/** Whoever is signed in to another congress reads like anyone. */
function readerOf(caller: Caller, congressId: string): Role {
  return caller.role !== 'public' && caller.congressId === congressId ? caller.role : 'public';
}

/** The documents that concern the caller, one entry for each round where they are of rounds. Refuses congress-unknown. */
export async function listDocuments({ db }: Deps, caller: Caller, congressId: string): Promise<{ ok: true; value: ListedDocument[] } | Refusal> {
  const read = await readFacts(db, congressId);
  if (!read.ok) return read;
  const reader = readerOf(caller, congressId);
  const names = DOCUMENT_NAMES.filter((name) => mayRead(name, reader));
  return { ok: true, value: names.flatMap((name) => roundsOf(name, read.facts).map((round) => listed(name, read.facts, round, reader))) };
}

function roundsOf(name: DocumentName, { rounds }: Facts): readonly (RoundFacts | null)[] {
  return CATALOGUE[name].scope === 'round' && rounds.length > 0 ? rounds : [null];
}

function listed(name: DocumentName, facts: Facts, round: RoundFacts | null, reader: Role): ListedDocument {
  const { step, formats } = CATALOGUE[name];
  const missing = missingFor(name, facts, round, reader);
  // As the document has it, such as a draft of the method, or a list that is decided.
  const title = missing === null ? buildDocument(name, facts, round).title : titleOf(name, facts.congress.profile);
  return { name, step, title, round: round?.number ?? null, formats: [...formats], missing };
}

/** A document as data. Refuses congress-unknown, forbidden or not-signed-in (not for this reader), round-unknown, document-not-ready. */
export async function readDocument(deps: Deps, caller: Caller, wanted: Wanted): Promise<{ ok: true; value: Document } | Refusal> {
  const { congressId, name } = wanted;
  const reader = readerOf(caller, congressId);
  if (!mayRead(name, reader)) return refuse(caller.role === 'public' ? 'not-signed-in' : 'forbidden');
  const read = await readFacts(deps.db, congressId, CATALOGUE[name].needs);
  if (!read.ok) return read;
  const found = roundOf(read.facts, wanted);
  if (!found.ok) return found;
  const missing = missingFor(name, read.facts, found.round, reader);
  if (missing !== null) return refuse('document-not-ready', { figures: { why: missing } });
  return { ok: true, value: buildDocument(name, read.facts, found.round) };
}

function roundOf({ rounds }: Facts, { name, round: number }: Wanted): { readonly ok: true; readonly round: RoundFacts | null } | Refusal {
  if (CATALOGUE[name].scope === 'congress') return { ok: true, round: null };
  if (number === undefined) return { ok: true, round: rounds.at(-1) ?? null };
  const round = rounds.find((one) => one.number === number);
  return round === undefined ? refuse('round-unknown', { field: 'round' }) : { ok: true, round };
}

/** For the wire: its arrays may be changed, those of the model may not. */
export async function readModel(deps: Deps, caller: Caller, wanted: Wanted) {
  const read = await readDocument(deps, caller, wanted);
  return read.ok ? { ok: true as const, value: documentModel.parse(read.value) } : read;
}

const CONTENT_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type File = { readonly ok: true; readonly value: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> } | Refusal;

/** A document as a file. Refuses what reading it refuses, not-found (no such format of it) and busy. */
export async function downloadDocument(deps: Deps, caller: Caller, wanted: Wanted, format: DocumentFormat): Promise<File> {
  if (!CATALOGUE[wanted.name].formats.includes(format)) return refuse('not-found', { field: 'format' });
  const read = await readDocument(deps, caller, wanted);
  if (!read.ok) return read;
  const rendered = await renderApart(read.value, format);
  if (!rendered.ok) return rendered;
  const logged = await logExport(deps, caller, wanted, format);
  if (!logged.ok) return logged;
  const headers = { 'content-type': CONTENT_TYPES[format], 'content-disposition': attachment(wanted.name, read.value.fileName, format) };
  return { ok: true, value: Buffer.from(rendered.bytes), headers };
}

/** Lists of people and the log itself leave a line when they are taken out; a line for every other download would bury the acts. */
async function logExport({ db }: Deps, caller: Caller, { congressId, name }: Wanted, format: DocumentFormat): Promise<{ readonly ok: true } | Refusal> {
  if (CATALOGUE[name].needs === null || caller.role === 'public') return { ok: true };
  return transact(db, async (tx) => {
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'document exported', detail: `${name}.${format}` });
    return { ok: true as const };
  });
}

/** The Chinese name for browsers (RFC 6266), a plain one for others. */
function attachment(name: DocumentName, fileName: string, format: DocumentFormat): string {
  return `attachment; filename="${name}.${format}"; filename*=UTF-8''${encodeURIComponent(`${fileName}.${format}`)}`;
}
