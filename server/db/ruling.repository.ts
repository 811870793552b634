import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';
import type { Transaction } from './client.ts';
import { violatedConstraint } from './failure.ts';

export type NewRuling = {
  readonly roundId: string;
  readonly kind: 'void' | 'tie' | 'shortfall';
  readonly text: string;
  readonly by: string;
  readonly reason: string;
  readonly selected: number[];
  readonly document: string;
};

/** Refuses ruling-pending where another ruling of the round waits for the chief. */
export async function addRuling(tx: Transaction, ruling: NewRuling): Promise<{ readonly ok: true } | Refusal> {
  try {
    await tx.ruling.create({ data: ruling });
    return { ok: true };
  } catch (error) {
    if (violatedConstraint(error) === 'ruling_one_pending') return refuse('ruling-pending');
    throw error;
  }
}

export async function withdrawRuling(tx: Transaction, rulingId: string): Promise<void> {
  await tx.ruling.update({ where: { id: rulingId }, data: { withdrawnAt: new Date() } });
}

export async function signRuling(tx: Transaction, rulingId: string, sig: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.ruling.update({ where: { id: rulingId }, data: { sig, effectiveAt: new Date() } });
}
