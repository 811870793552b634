import { type Refusal, refuse } from '../error-code.ts';
import { type Verdict, ALLOWED, demand, firstRefusal } from './verdict.ts';

/** Below so many returned printed ballots, those who key them could tell whose they are: both must be scrutineers. */
export const FEW_PRINTED = 5;

/** The register of printed ballots (印制发放作废登记) with those that came back, counted folded. */
export type PrintedRegister = {
  readonly printed: number;
  readonly spoiled: number;
  readonly unused: number;
  readonly returned: number;
};

/** Who counts or keys; `id` is that of the account or the scrutineer. */
export type Person = { readonly id: string; readonly role: 'clerk' | 'scrutineer' };

/**
 * printed = issued + spoiled + unused, and no more came back than went out. `issued` are the lines of the issue log.
 * Refuses register-contradicts with the field. Source: 选票印制、发放、作废登记.
 */
export function checkRegister(register: PrintedRegister, issued: number): Verdict {
  const { printed, spoiled, unused, returned } = register;
  const whole = [printed, spoiled, unused, returned].every((n) => Number.isSafeInteger(n) && n >= 0);
  const figures = { issued };
  return firstRefusal(
    demand(whole && printed === issued + spoiled + unused, 'register-contradicts', { field: 'printed', figures }),
    demand(returned <= issued, 'register-contradicts', { field: 'returned', figures }),
  );
}

export type CountEntry = PrintedRegister & { readonly by: Person };

/**
 * Whether the entry of a second person settles the register: the same numbers, and one of the two a scrutineer.
 * Null while it is the first one, or the others found different numbers. Refuses scrutineer-needed.
 */
export function settleRegister(entry: CountEntry, others: readonly CountEntry[]): { readonly ok: true; readonly with: CountEntry | null } | Refusal {
  const earlier = others.filter((other) => other.by.id !== entry.by.id);
  if (earlier.length === 0) return { ok: true, with: null };
  const same = earlier.filter((other) => isSameRegister(other, entry));
  if (same.length === 0) return { ok: true, with: null };
  const withScrutineer = same.find((other) => isScrutineer(other.by) || isScrutineer(entry.by));
  return withScrutineer === undefined ? refuse('scrutineer-needed', { figures: { needed: 1 } }) : { ok: true, with: withScrutineer };
}

export function isSameRegister(a: PrintedRegister, b: PrintedRegister): boolean {
  return a.printed === b.printed && a.spoiled === b.spoiled && a.unused === b.unused && a.returned === b.returned;
}

function isScrutineer({ role }: Person): boolean {
  return role === 'scrutineer';
}

/** One unfolded ballot as one person keyed it: project numbers in official order, and whether the marks are in doubt. */
export type KeyedSheet = { readonly marks: readonly number[]; readonly doubtful: boolean };

/** Every returned ballot once, with marks among the candidates. Refuses bad-keying with the sheet. */
export function checkSheets(sheets: readonly KeyedSheet[], returned: number, candidates: readonly number[]): Verdict {
  if (sheets.length !== returned) return refuse('bad-keying', { field: 'sheets' });
  const wrong = sheets.findIndex(({ marks }) => !areMarks(marks, candidates));
  return wrong < 0 ? ALLOWED : badSheet(wrong);
}

function badSheet(index: number): Refusal {
  return refuse('bad-keying', { field: 'sheets', figures: { sheet: index + 1 } });
}

/** Each a candidate, each once. */
export function areMarks(marks: readonly number[], candidates: readonly number[]): boolean {
  return new Set(marks).size === marks.length && marks.every((number) => candidates.includes(number));
}

/**
 * Whether a person may key: two do, at least one of them a scrutineer, both where fewer than FEW_PRINTED came back.
 * Who is alone may key again. Refuses keyed-by-two, scrutineer-needed.
 */
export function checkKeyer(me: Person, others: readonly Person[], returned: number): Verdict {
  const few = returned < FEW_PRINTED;
  const needed = few ? 2 : 1;
  const scrutineers = [me, ...others].filter(isScrutineer).length;
  return firstRefusal(
    demand(others.length < 2, 'keyed-by-two'),
    demand(!few || isScrutineer(me), 'scrutineer-needed', { figures: { needed } }),
    demand(others.length === 0 || scrutineers >= needed, 'scrutineer-needed', { figures: { needed } }),
  );
}

/** How two keyings of one ballot stand to each other. */
export type SheetStanding = 'agreed' | 'differs' | 'doubtful';

export function standingOf(first: KeyedSheet, second: KeyedSheet): SheetStanding {
  if (inOrder(first.marks).join() !== inOrder(second.marks).join()) return 'differs';
  return first.doubtful || second.doubtful ? 'doubtful' : 'agreed';
}

/** The chief's ruling on one ballot: counted with these marks, or invalid. `sheet` is the place in the pile, from 1. */
export type SheetRuling = { readonly sheet: number; readonly valid: boolean; readonly marks: readonly number[] };

/** What enters the box for one printed ballot. */
export type AgreedSheet = { readonly kind: 'marks'; readonly marks: readonly number[] } | { readonly kind: 'invalid' };

export type Keyed = {
  readonly standings: readonly SheetStanding[];
  /** Places in the pile that still wait for the chief, from 1. */
  readonly open: readonly number[];
  /** In the order of the pile; complete when nothing is open. */
  readonly agreed: readonly AgreedSheet[];
};

/** Puts two keyings of the pile beside each other, with the chief's rulings. */
export function compareKeyings(first: readonly KeyedSheet[], second: readonly KeyedSheet[], rulings: readonly SheetRuling[]): Keyed {
  const standings = first.map((sheet, index) => standingOf(sheet, second[index] ?? { marks: [], doubtful: true }));
  const sheets = first.map((sheet, index) => settled(sheet, standings[index], rulings.find((ruling) => ruling.sheet === index + 1)));
  return {
    standings,
    open: sheets.flatMap((sheet, index) => (sheet === null ? [index + 1] : [])),
    agreed: sheets.filter((sheet) => sheet !== null),
  };
}

function settled(sheet: KeyedSheet, standing: SheetStanding | undefined, ruling: SheetRuling | undefined): AgreedSheet | null {
  if (standing === 'agreed') return { kind: 'marks', marks: inOrder(sheet.marks) };
  if (ruling === undefined) return null;
  return ruling.valid ? { kind: 'marks', marks: inOrder(ruling.marks) } : { kind: 'invalid' };
}

/** Whether the chief has something to rule on. Refuses bad-keying (no such ballot, marks), sheet-settled. */
export function checkSheetRuling(ruling: SheetRuling, standings: readonly SheetStanding[], candidates: readonly number[]): Verdict {
  const standing = standings[ruling.sheet - 1];
  if (standing === undefined) return refuse('bad-keying', { field: 'sheet' });
  const fits = ruling.valid ? areMarks(ruling.marks, candidates) : ruling.marks.length === 0;
  return firstRefusal(
    demand(standing !== 'agreed', 'sheet-settled'),
    demand(fits, 'bad-keying', { field: 'marks', figures: { sheet: ruling.sheet } }),
  );
}

function inOrder(marks: readonly number[]): readonly number[] {
  return marks.toSorted((a, b) => a - b);
}
