import { importRoll } from '#shared/contract/roll.ts';
import { type CallError, call } from '#web/api/client.ts';
import type { Day } from '../day-query.ts';
import { keptDraft } from '../kept-draft.ts';
import type { ActRefusal } from '../use-act.ts';

/** A roll that was read or pasted, on its way, or answered; it outlives the panel, so that the clerk may look at other steps. */
export type RollWork = {
  readonly csv: string;
  readonly state: 'editing' | 'sending' | 'imported' | 'refused';
  /** Name of the file that was read last. */
  readonly file: string | null;
  readonly imported: number;
  readonly refusal: CallError | null;
  /** Delegates on the roll when it was sent, and when the refusal came, by this computer's clock. */
  readonly before: number;
  readonly refusedAt: number;
};

const EMPTY: RollWork = { csv: '', state: 'editing', file: null, imported: 0, refusal: null, before: 0, refusedAt: 0 };
const work = keptDraft(EMPTY);

export const useRollWork = work.use;

export function editRoll(congressId: string, csv: string, file: string | null): void {
  work.keep(congressId, { ...EMPTY, csv, file });
}

/** Sends the roll; what was entered stays until it is on the roll. */
export async function sendRoll(congressId: string, token: string, before: number): Promise<void> {
  const { csv } = work.read(congressId);
  work.keep(congressId, { ...EMPTY, csv, state: 'sending' });
  const result = await call(importRoll, { params: { congressId }, body: { csv } }, token);
  work.keep(
    congressId,
    result.ok ? { ...EMPTY, state: 'imported', imported: result.value.imported } : { ...EMPTY, csv, state: 'refused', refusal: result.error, before, refusedAt: Date.now() },
  );
}

/** The refusal, or what the roll as it is now says about an import that was not answered. */
export function rollRefusal({ refusal, before, refusedAt }: RollWork, day: Day): ActRefusal | null {
  if (refusal?.code !== 'unreachable') return refusal;
  if (day.readAt <= refusedAt) return { ...refusal, now: 'asking' };
  return { ...refusal, now: day.delegates.length > before ? 'done' : 'not-done' };
}
