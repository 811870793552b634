import type { RoundKind } from './next-round.ts';

/** Why a round is held; null for the first one. */
export const ROUND_REASONS: Readonly<Record<RoundKind, string | null>> = {
  first: null,
  revote: '得票相等再次投票',
  'second-round': '不足应选数再次投票',
  repeat: '作废后重新投票',
};

/** The short name, as in titles: 第2轮. */
export function roundName(number: number): string {
  return `第${String(number)}轮`;
}

type Named = { readonly number: number; readonly kind: RoundKind; readonly hand: boolean; readonly voided?: boolean };

/** The name with its reason, as every document has it: 第2轮（得票相等再次投票）; a void round and one counted by hand always say so. */
export function fullRoundName({ number, kind, hand, voided = false }: Named): string {
  const more = [ROUND_REASONS[kind], voided ? '已作废' : null, hand ? '手工计票' : null].filter((one) => one !== null);
  return `${roundName(number)}${more.length === 0 ? '' : `（${more.join('，')}）`}`;
}
