import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ArchiveFile, ListedFile } from '#shared/archive/archive-file.ts';
import { ARCHIVE_FILE, writeArchiveFile } from '#shared/archive/archive-file.ts';
import { ARCHIVE_FILES_HEADER } from '#shared/contract/archive.ts';
import type { Facts } from '#shared/document/facts.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import { actorName } from '../../caller.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readAuditLog, writeAudit } from '../../db/audit.repository.ts';
import { transact } from '../../db/client.ts';
import { inOneState } from '../../db/document.repository.ts';
import { addArchiveTaken } from '../../db/keeping.repository.ts';
import { readRounds } from '../../db/round.repository.ts';
import type { Deps } from '../../deps.ts';
import { openRenderer } from '../../documents/render-apart.ts';
import { lockCongressOf } from '../../preparation.ts';
import { VERSION } from '../../version.ts';
import { factsIn } from '../document/facts.ts';
import { instantOf } from './archive-instant.ts';
import { archiveParts } from './archive-parts.ts';
import type { ArchivePart, ArchiveState } from './archive-parts.ts';
import { zipBytes } from './zip-bytes.ts';

type Stream = { readonly ok: true; readonly value: Readable; readonly headers: Record<string, string> } | Refusal;

/** One at a time: each has a process of its own that renders its documents. */
let making = false;

/**
 * The archive of a published congress, made while it is sent: one file after the other, none kept here. It holds what
 * a clerk may read, so nothing that says who cast what: no keys, no sealed ballots, no letter secret. That it was
 * taken is the last line of its own log. Refuses not-published and busy.
 */
export async function takeArchive(deps: Deps, caller: SignedInCaller): Promise<Stream> {
  if (making) return refuse('busy');
  making = true;
  const state = await takenState(deps, caller).catch((error: unknown) => {
    making = false;
    throw error;
  });
  if (!state.ok) {
    making = false;
    return state;
  }
  const renderer = openRenderer();
  const parts = archiveParts(deps, state, renderer);
  const zip = zipBytes(made(parts), (files) => listOf(state, files));
  const stream = Readable.from(remembered(deps, caller, zip), { objectMode: false });
  // Also where the reader has gone, or never began to read.
  stream.once('close', () => {
    renderer.close();
    making = false;
  });
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="archive.zip"',
    [ARCHIVE_FILES_HEADER]: String(parts.length + 1),
  };
  return { ok: true, value: stream, headers };
}

/** The audit line first, then everything from one state of the database. */
async function takenState(deps: Deps, caller: SignedInCaller): Promise<ArchiveState | Refusal> {
  const { congressId } = caller;
  const logged = await transact(deps.db, async (tx) => {
    const locked = await lockCongressOf(tx, congressId);
    if (!locked.ok) return locked;
    if (locked.congress.state !== 'published') return refuse('not-published');
    await writeAudit(tx, { congressId, actor: actorName(caller), act: 'archive taken', detail: `software ${VERSION}` });
    return { ok: true as const };
  });
  return logged.ok ? readState(deps, congressId) : logged;
}

/** Everything that an archive is made from, in one state of the database. Refuses congress-unknown. */
export async function readState({ db }: Pick<Deps, 'db'>, congressId: string): Promise<ArchiveState | Refusal> {
  return inOneState(db, async (tx) => {
    const read = await factsIn(tx, congressId, ['roll', 'letters', 'audit']);
    if (!read.ok) return read;
    return { ok: true, congressId, facts: read.facts, log: await readAuditLog(tx, congressId), rounds: await readRounds(tx, congressId) };
  });
}

/** Passes the archive on; once it has left whole, its hash is kept for the stub. */
async function* remembered({ db }: Deps, caller: SignedInCaller, zip: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of zip) {
    hash.update(piece);
    size += piece.length;
    yield piece;
  }
  await addArchiveTaken(db, caller.congressId, { takenBy: caller.name, sha256: hash.digest('hex'), size });
}

async function* made(parts: readonly ArchivePart[]) {
  for (const { name, make } of parts) {
    const bytes = await make();
    if (bytes !== null) yield { name, bytes };
  }
}

function listOf({ congressId, facts, log }: ArchiveState, files: readonly ListedFile[]) {
  const content = { congress: congressOf(facts, congressId), at: instantOf(log), software: { name: 'livelihood-vote', version: VERSION }, rounds: roundsOf(facts), audit: { lines: log.length, head: log.at(-1)?.hash ?? null } };
  return { name: ARCHIVE_FILE, bytes: writeArchiveFile({ ...content, files: [...files] }) };
}

function congressOf({ congress: { title, place, year, profile, rehearsal } }: Facts, id: string): ArchiveFile['congress'] {
  return { id, title, place, year, profile, rehearsal };
}

function roundsOf({ rounds }: Facts): ArchiveFile['rounds'] {
  return rounds.map(({ number, state, auditHead }) => {
    if (state === 'void') return { number, state, sheetAuditHead: null };
    if (state === 'certified') return { number, state, sheetAuditHead: auditHead };
    throw new Error(`Round ${String(number)} of a published congress is ${state}.`);
  });
}
