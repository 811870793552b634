import type { z } from 'zod';
import type { readSheets as readSheetsEndpoint } from '#shared/contract/printed.ts';
import { checkKeyer, checkSheetRuling, checkSheets, compareKeyings } from '#shared/domain/printed.ts';
import type { KeyedSheet, SheetRuling } from '#shared/domain/printed.ts';
import { demand, firstRefusal } from '#shared/domain/verdict.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { SignedInCaller } from '../../caller.ts';
import { countReceived } from '../../db/box.repository.ts';
import * as printed from '../../db/printed.repository.ts';
import type { RoundRecord } from '../../db/round-record.ts';
import type { Deps } from '../../deps.ts';
import { roundOf } from '../../round/act.ts';
import { countNumbers } from '../../round/count-numbers.ts';
import { actOnPrinted, chiefOf, personOf } from './act.ts';
import type { Shown } from './act.ts';
import { readKeyed } from './view.ts';

/**
 * The unfolded ballots as one of two people reads them. What the first keyed is shown to nobody until the second has
 * keyed too. Refuses wrong-round-state before gate 1, no-printed, bad-keying, keyed-by-two, scrutineer-needed.
 */
export function keyPrinted(deps: Deps, caller: SignedInCaller, roundId: string, sheets: readonly KeyedSheet[]): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const found = personOf(round, caller);
    if (!found.ok) return found;
    const checked = checkKeying(round);
    if (!checked.ok) return checked;
    const returned = round.printedTotal?.returned ?? 0;
    const keyings = await printed.readKeyings(tx, roundId);
    const others = keyings.filter(({ by }) => by.id !== caller.id);
    const fits = firstRefusal(
      demand(keyings.length < 2, 'keyed-by-two'),
      checkKeyer(found.person, others.map(({ by }) => by), returned),
      checkSheets(sheets, returned, round.candidates),
    );
    if (!fits.ok) return fits;
    await printed.putKeying(tx, roundId, others.length === 0 ? 1 : 2, { by: found.person, name: caller.name, sheets });
    return { ok: true, act: 'key printed ballots', detail: `${String(sheets.length)} ballots` };
  });
}

/** After gate 1, until the ballots are in the box. */
function checkKeying(round: RoundRecord): Verdict {
  return firstRefusal(
    demand(round.state === 'confirmed', 'wrong-round-state', { figures: { state: round.state } }),
    demand(round.treeHead === null && round.printedTotal !== null, 'no-printed'),
  );
}

/** Refuses busy where the ballots lie in the box and only the tree head is missing: what was keyed stays. */
async function checkBoxWaits(deps: Deps, round: RoundRecord): Promise<Verdict> {
  const received = countNumbers(round)?.received;
  return demand(received !== undefined && (await countReceived(deps.boxSql, round.id)) < received, 'busy');
}

/** The chief has the pile keyed again: it was shuffled between the two, or most of it differs. */
export function discardKeying(deps: Deps, caller: SignedInCaller, roundId: string): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const checked = firstRefusal(chiefOf(round, caller), checkKeying(round), await checkBoxWaits(deps, round));
    if (!checked.ok) return checked;
    await printed.removeKeyings(tx, roundId);
    return { ok: true, act: 'discard keying', detail: 'printed ballots are keyed again' };
  });
}

/** Refuses keying-unsettled while not both have keyed, bad-keying, sheet-settled. */
export function ruleSheet(deps: Deps, caller: SignedInCaller, roundId: string, ruling: SheetRuling & { readonly reason: string }): Promise<Shown | Refusal> {
  return actOnPrinted(deps, caller, roundId, async (tx, round) => {
    const checked = firstRefusal(chiefOf(round, caller), checkKeying(round), await checkBoxWaits(deps, round));
    if (!checked.ok) return checked;
    const keyed = await readKeyed(tx, roundId);
    if (keyed === null) return refuse('keying-unsettled');
    const fits = checkSheetRuling(ruling, keyed.standings, round.candidates);
    if (!fits.ok) return fits;
    await printed.putSheetRuling(tx, roundId, { ...ruling, ruledBy: caller.name });
    // Papers that were made for other marks no longer fit.
    await printed.replacePapers(tx, roundId, []);
    return { ok: true, act: 'rule on printed ballot', detail: `ballot ${String(ruling.sheet)} ${ruling.valid ? 'counts as ruled' : 'is invalid'}: ${ruling.reason}` };
  });
}

type Sheets = z.infer<typeof readSheetsEndpoint.response>;

/** Both keyings beside each other, for the chief only, and only once both are there. Refuses forbidden, keying-unsettled. */
export async function readSheets(deps: Deps, caller: SignedInCaller, roundId: string): Promise<{ ok: true; value: Sheets } | Refusal> {
  const found = await roundOf(deps, caller, roundId);
  if (!found.ok) return found;
  const chief = chiefOf(found.round, caller);
  if (!chief.ok) return chief;
  const [first, second] = await printed.readKeyings(deps.db, roundId);
  if (first === undefined || second === undefined) return refuse('keying-unsettled');
  const rulings = await printed.readSheetRulings(deps.db, roundId);
  const { standings } = compareKeyings(first.sheets, second.sheets, rulings);
  return { ok: true, value: standings.map((standing, index) => ({ sheet: index + 1, standing, keyed: keyedAt(index, first, second), ruling: rulingOn(index + 1, rulings) })) };
}

function keyedAt(index: number, ...keyings: readonly printed.Keying[]): Sheets[number]['keyed'] {
  return keyings.map(({ name, sheets }) => ({ by: name, marks: [...(sheets[index]?.marks ?? [])], doubtful: sheets[index]?.doubtful ?? true }));
}

function rulingOn(sheet: number, rulings: readonly printed.NamedRuling[]): Sheets[number]['ruling'] {
  const ruling = rulings.find((one) => one.sheet === sheet);
  return ruling === undefined ? null : { valid: ruling.valid, marks: [...ruling.marks], reason: ruling.reason };
}
