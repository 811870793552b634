import type { z } from 'zod';
import type { importRoll as importRollEndpoint, RollPreview, SheetProblem } from '#shared/contract/sheet-file.ts';
import type { Delegate } from '#shared/contract/roll.ts';
import { checkNoClerk } from '#shared/domain/certification.ts';
import { readAs } from '#shared/domain/person-name.ts';
import { planRoll } from '#shared/domain/roll-plan.ts';
import type { RollLine } from '#shared/domain/roll-plan.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { readClerkNames } from '../../db/account.repository.ts';
import { transact } from '../../db/client.ts';
import type { Database, Handle, Transaction } from '../../db/client.ts';
import * as roll from '../../db/delegate.repository.ts';
import { lockUnadopted } from '../../preparation.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { ProblemName } from '../../sheet/sheet-text.ts';
import { cellProblem } from '../../sheet/table.ts';
import { digestOf, openFile, refuseBad, shownProblems, sourceOf, tell } from './import-file.ts';
import type { RefusedFile } from './import-file.ts';
import { MOST_DELEGATES, readRollRows } from './roll-rows.ts';
import type { RollField } from './roll-rows.ts';

const REFUSED = 'bad-roll-file';
type Imported = z.infer<typeof importRollEndpoint.response>;
/** What is to be said about a line of the file, with the number on the roll that it is about. */
type Warn = (field: RollField, warning: ProblemName, line: RollLine, other?: string) => SheetProblem;

/** What a roll file would change. Refuses bad-roll-file where it cannot be read at all, and busy. */
export async function previewRoll(db: Handle, caller: SignedInCaller, file: string): Promise<{ ok: true; value: RollPreview } | RefusedFile> {
  const opened = await openFile(file, MOST_DELEGATES, REFUSED);
  return opened.ok ? { ok: true, value: planOf(opened.sheet, await standingRoll(db, caller.congressId)) } : opened;
}

/**
 * Carries a preview out, in one transaction. Refuses bad-roll-file with the rows (also of a scrutineer who would carry a clerk's name), import-outdated where the roll is no
 * longer what the clerk saw, delegate-is-scrutineer and roll-frozen for a delegate who cannot be struck.
 */
export async function importRoll(
  db: Database,
  caller: SignedInCaller,
  { file, plan, strikeMissing }: z.infer<typeof importRollEndpoint.body>,
): Promise<{ ok: true; value: Imported } | RefusedFile> {
  const opened = await openFile(file, MOST_DELEGATES, REFUSED);
  if (!opened.ok) return opened;
  const bad = refuseBad(readRollRows(opened.sheet).problems, REFUSED);
  if (bad !== null) return bad;
  return transact<{ ok: true; value: Imported }>(db, async (tx) => {
    const locked = await lockUnadopted(tx, caller.congressId);
    if (!locked.ok) return locked;
    const before = await standingRoll(tx, caller.congressId);
    const now = planOf(opened.sheet, before);
    const clashes = refuseBad(now.problems, REFUSED);
    if (clashes !== null) return clashes;
    if (now.plan !== plan) return refuse('import-outdated');
    const missing = strikeMissing ? now.missing : [];
    const done = await carryOut(tx, caller.congressId, before.delegates, { ...now, missing });
    if (!done.ok) return done;
    const value = { added: now.added.length, changed: now.changed.length, struck: missing.length };
    const struck = missing.length === 0 ? '' : `: ${missing.map(({ number, name }) => `${number} ${name}`).join(', ')}`;
    await tell(tx, caller, 'roll imported', `${String(value.added)} added, ${String(value.changed)} changed, ${String(value.struck)} struck${struck}`);
    return { ok: true as const, value };
  });
}

/** What a file is compared with. */
type Standing = { readonly delegates: readonly Delegate[]; readonly clerks: readonly string[] };

async function standingRoll(db: Handle, congressId: string): Promise<Standing> {
  return { delegates: await roll.readRoll(db, congressId), clerks: await readClerkNames(db, congressId) };
}

function planOf(sheet: Sheet, { delegates: current, clerks }: Standing): RollPreview {
  const rows = readRollRows(sheet);
  const { added, changed, same, missing } = planRoll(current.map(lineOf), rows.lines.map(lineOf));
  const lineNumbers = new Map(rows.lines.map(({ number, line }) => [number, line]));
  const inFile = (number: string) => ({ line: lineNumbers.get(number) ?? 1 });
  const warn: Warn = (field, warning, { number, name }, other = '') => cellProblem(rows.table.columns, inFile(number).line, field, warning, { number, name, other });
  const onRoll = new Map(current.map((one) => [one.number, one]));
  const gone = missing.flatMap(({ number }) => {
    const one = onRoll.get(number);
    // A row with a problem still says that its delegate is not missing.
    return one === undefined || rows.numbers.has(number) ? [] : [standingOf(one)];
  });
  const renamed = changed.filter(({ before, after }) => before.name !== after.name && onRoll.get(after.number)?.letter === 'made');
  const clashes = changed.filter(({ before, after }) => before.name !== after.name && onRoll.get(after.number)?.scrutineer === true && !checkNoClerk(after.name, clerks).ok);
  return {
    source: sourceOf(sheet, rows.table),
    problems: shownProblems([...rows.problems, ...clashes.map(({ after }) => warn('name', 'clerk-name', after)), ...renamed.map(({ after }) => warn('name', 'letter-printed', after)), ...likenesses(added, missing, warn)]),
    added: added.map((line) => ({ ...line, ...inFile(line.number) })),
    changed: changed.map(({ before, after }) => ({ before, after, ...inFile(after.number) })),
    same: same.length,
    missing: gone,
    plan: digestOf({ added, changed, same, gone, renamed: renamed.length }),
  };
}

function lineOf({ number, name, delegation }: RollLine): RollLine {
  return { number, name, delegation };
}

/** What follows from striking the delegate depends on these. */
function standingOf({ number, name, delegation, letter, attendance, scrutineer }: Delegate): RollPreview['missing'][number] {
  return { number, name, delegation, letter, attendance, scrutineer };
}

/** New delegates who may be old ones under another number: zeros that an office program dropped, or a number corrected. */
function likenesses(added: readonly RollLine[], missing: readonly RollLine[], warn: Warn): SheetProblem[] {
  const byNumber = new Map(missing.map((one) => [unpadded(one.number), one]));
  const byName = new Map(missing.map((one) => [readAs(one.name), one]));
  return added.flatMap((line) => {
    const zeros = byNumber.get(unpadded(line.number));
    if (zeros !== undefined) return [warn('number', 'zeros-differ', line, zeros.number)];
    const namesake = byName.get(readAs(line.name));
    return namesake === undefined ? [] : [warn('name', 'renumbered', line, namesake.number)];
  });
}

function unpadded(number: string): string {
  return number.replace(/^0+/, '');
}

type Plan = Pick<RollPreview, 'added' | 'changed' | 'missing'>;

async function carryOut(tx: Transaction, congressId: string, before: readonly Delegate[], plan: Plan): Promise<{ ok: true } | Refusal> {
  const ids = new Map(before.map(({ number, id }) => [number, id]));
  const idOf = (number: string) => ids.get(number) ?? '';
  const scrutineer = plan.missing.find((one) => one.scrutineer);
  if (scrutineer !== undefined) return refuse('delegate-is-scrutineer', { figures: { number: scrutineer.number, name: scrutineer.name } });
  const struck = await roll.removeDelegates(tx, plan.missing.map(({ number }) => idOf(number)));
  if (!struck.ok) return struck;
  await roll.renameDelegates(tx, plan.changed.map(({ after }) => ({ id: idOf(after.number), name: after.name, delegation: after.delegation })));
  return roll.createDelegates(tx, congressId, plan.added.map(lineOf));
}
