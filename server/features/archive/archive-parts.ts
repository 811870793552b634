import { AUDIT_FILE, DOCUMENTS_FOLDER, RECORD_FOLDER } from '#shared/archive/archive-file.ts';
import { type AuditLogLine, writeAuditLines } from '#shared/archive/audit-line.ts';
import { utf8 } from '#shared/ballot-paper/bytes.ts';
import { HAND_FILES, OPTIONAL_FILES, RECORD_FILES } from '#shared/ballot-paper/record.ts';
import { CATALOGUE, buildDocument, missingFor } from '#shared/document/catalogue.ts';
import { DOCUMENT_NAMES } from '#shared/document/document-name.ts';
import type { DocumentName } from '#shared/document/document-name.ts';
import type { Facts, RoundFacts } from '#shared/document/facts.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import type { Deps } from '../../deps.ts';
import type { Renderer } from '../../documents/render-apart.ts';
import { recordFile } from '../record/record.service.ts';
import { instantOf } from './archive-instant.ts';
import { noteOf } from './archive-note.ts';

/** What an archive is made from: one state of the database. */
export type ArchiveState = {
  readonly ok: true;
  readonly congressId: string;
  readonly facts: Facts;
  readonly log: readonly AuditLogLine[];
  readonly rounds: readonly RoundRecord[];
};

/** One file of the archive, made when its turn comes; null where this congress has none of it. */
export type ArchivePart = { readonly name: string; readonly make: () => Promise<Uint8Array | null> };

/** Every file but the list of them, in the order in which they are made. */
export function archiveParts(deps: Deps, state: ArchiveState, renderer: Renderer): readonly ArchivePart[] {
  return [
    { name: '说明.txt', make: () => Promise.resolve(utf8(noteOf(state.facts))) },
    { name: AUDIT_FILE, make: () => Promise.resolve(writeAuditLines(state.log)) },
    ...state.rounds.flatMap((round) => recordParts(deps, round)),
    ...documentParts(state, renderer),
  ];
}

/** The record as the method opens it: sealed ballots by their hashes, and no keys. Of a void round what was signed. */
function recordParts(deps: Deps, round: RoundRecord): readonly ArchivePart[] {
  if (round.state === 'void') return voidParts(round);
  const names = round.handCount === null ? [...RECORD_FILES, ...OPTIONAL_FILES] : HAND_FILES;
  return names.map((file) => ({ name: `${RECORD_FOLDER}/round-${round.number}/${file}`, make: () => recordFile(deps, round, file) }));
}

function voidParts({ number, manifest, rulings }: RoundRecord): readonly ArchivePart[] {
  const texts = [
    ...(manifest === null ? [] : [['manifest.json', manifest.document] as const]),
    ...rulings.filter(({ effectiveAt }) => effectiveAt !== null).map(({ document }, index) => [`ruling-${index + 1}.json`, document] as const),
  ];
  return texts.map(([file, text]) => ({ name: `void/round-${number}-${file}`, make: () => Promise.resolve(utf8(text)) }));
}

/** Every document that a clerk can make, of every round, in every format. */
function documentParts({ facts, log }: ArchiveState, renderer: Renderer): readonly ArchivePart[] {
  const at = new Date(instantOf(log));
  return DOCUMENT_NAMES.flatMap((name, index) =>
    roundsOf(name, facts).flatMap((round) => {
      if (missingFor(name, facts, round, 'clerk') !== null) return [];
      const document = buildDocument(name, facts, round);
      const file = `${DOCUMENTS_FOLDER}/${String(index + 1).padStart(2, '0')}-${document.fileName}`;
      return CATALOGUE[name].formats.map((format) => ({ name: `${file}.${format}`, make: () => renderer.render(document, format, at) }));
    }),
  );
}

function roundsOf(name: DocumentName, { rounds }: Facts): readonly (RoundFacts | null)[] {
  return CATALOGUE[name].scope === 'round' ? rounds : [null];
}
