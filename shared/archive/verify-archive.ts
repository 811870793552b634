import { sortIntoRounds } from '../ballot-paper/archive.ts';
import { toBase64url } from '../ballot-paper/base64url.ts';
import { sha256 } from '../ballot-paper/hash.ts';
import { toHex } from '../ballot-paper/hex.ts';
import type { Platform } from '../ballot-paper/platform.ts';
import { readRecord } from '../ballot-paper/record.ts';
import { verifyRounds } from '../ballot-paper/verify.ts';
import { ARCHIVE_FILE, AUDIT_FILE, type ArchiveFile, DOCUMENTS_FOLDER, RECORD_FOLDER, readArchiveFile } from './archive-file.ts';
import { type AuditLogLine, brokenAuditLine, readAuditLines } from './audit-line.ts';

/** One line of the verification of an archive. */
export type ArchiveCheck = { readonly label: string; readonly passed: boolean; readonly detail?: string };

type Files = ReadonlyMap<string, Uint8Array>;
type Round = { readonly name: string; readonly files: Files };

/** Whether files are those of an archive: by their list or, where somebody took it out, by their documents. */
export function isArchive(files: Files): boolean {
  return files.has(ARCHIVE_FILE) || [...files.keys()].some((name) => name.startsWith(`${DOCUMENTS_FOLDER}/`));
}

/**
 * Verifies an archive: the list both ways (`files`, or a line `missing`, `changed` or `added` with its name), the
 * audit log's chain and its ends, that every round of the list has its record and the last one is final, and each
 * record by its own checks. Takes any bytes; never throws on them.
 */
export async function verifyArchive(platform: Platform, files: Files): Promise<readonly ArchiveCheck[]> {
  const listed = files.get(ARCHIVE_FILE);
  const archive = listed === undefined ? null : readArchiveFile(listed);
  if (archive === null) return [failed('archive', listed === undefined ? `${ARCHIVE_FILE} is missing` : `${ARCHIVE_FILE} is unreadable`)];
  const rounds = roundsOf(files);
  return [
    passed('archive'),
    ...checkFiles(archive, files),
    ...checkAudit(archive, files),
    checkRounds(archive, rounds),
    ...(await verifyRecords(platform, rounds)),
  ];
}

function passed(label: string): ArchiveCheck {
  return { label, passed: true };
}

function failed(label: string, detail: string): ArchiveCheck {
  return { label, passed: false, detail };
}

function resultOf(label: string, finding: string | null): ArchiveCheck {
  return finding === null ? passed(label) : failed(label, finding);
}

function checkFiles(archive: ArchiveFile, files: Files): readonly ArchiveCheck[] {
  const known = new Set([ARCHIVE_FILE, ...archive.files.map(({ name }) => name)]);
  const faults = [
    ...archive.files.flatMap((file) => {
      const bytes = files.get(file.name);
      if (bytes === undefined) return [failed(`missing ${file.name}`, 'it is listed and not there')];
      const same = bytes.length === file.size && toHex(sha256(bytes)) === file.sha256;
      return same ? [] : [failed(`changed ${file.name}`, 'it is not the file that is listed')];
    }),
    ...[...files.keys()].filter((name) => !known.has(name)).map((name) => failed(`added ${name}`, 'it is there and not listed')),
  ];
  return faults.length === 0 ? [passed('files')] : faults;
}

function checkAudit(archive: ArchiveFile, files: Files): readonly ArchiveCheck[] {
  const bytes = files.get(AUDIT_FILE);
  const lines = bytes === undefined ? null : readAuditLines(bytes);
  if (lines === null) return [failed('audit-chain', `${AUDIT_FILE} is missing or unreadable`), failed('audit-head', 'unread')];
  const broken = brokenAuditLine(lines);
  return [
    resultOf('audit-chain', broken === null ? null : `line ${broken} does not follow from the one before it`),
    resultOf('audit-head', headFinding(archive, lines)),
  ];
}

/** The log ends where the list says, belongs to the congress, and holds the ends that the result sheets name. */
function headFinding({ audit, congress, rounds }: ArchiveFile, lines: readonly AuditLogLine[]): string | null {
  if (lines.length !== audit.lines || (lines.at(-1)?.hash ?? null) !== audit.head) return `the log does not end with line ${audit.lines} as listed`;
  if (lines.some((line) => line.congressId !== congress.id)) return 'the log is of another congress';
  const wrong = rounds.find(({ sheetAuditHead: head }) => head !== null && lines[head.sequence - 1]?.hash !== head.hash);
  return wrong === undefined ? null : `line ${wrong.sheetAuditHead?.sequence ?? 0} is not that of the result sheet of round ${wrong.number}`;
}

function roundsOf(files: Files): readonly Round[] {
  const below = [...files].filter(([name]) => name.startsWith(`${RECORD_FOLDER}/`));
  const sorted = sortIntoRounds(new Map(below));
  return sorted.ok && sorted.several ? sorted.rounds : [];
}

function checkRounds({ rounds, congress }: ArchiveFile, records: readonly Round[]): ArchiveCheck {
  const expected = rounds.filter(({ state }) => state === 'certified').map(({ number }) => `round-${number}`);
  const found = records.map(({ name }) => name);
  if (found.length === 0 || found.join() !== expected.join()) return failed('rounds', `records of ${found.join(', ') || 'no round'}, listed ${expected.join(', ') || 'none'}`);
  const parts = records.map(({ files }) => readRecord(files).parts);
  const elsewhere = parts.findIndex(({ manifest }) => manifest !== null && toBase64url(manifest.electionId) !== congress.id);
  if (elsewhere !== -1) return failed('rounds', `${found[elsewhere] ?? ''} is of another congress`);
  return resultOf('rounds', parts.at(-1)?.outcome?.final === true ? null : 'the last round decides nothing finally');
}

async function verifyRecords(platform: Platform, records: readonly Round[]): Promise<readonly ArchiveCheck[]> {
  const results = await verifyRounds(platform, records.map(({ files }) => files));
  return results.flatMap((checks, index) => checks.map(({ name, ...rest }) => ({ ...rest, label: `${records[index]?.name ?? ''} ${name}` })));
}
