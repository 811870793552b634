import type { RoundKind } from './next-round.ts';

/** How documents name a round: 第2轮, and behind it why it is held. */
const KIND: Readonly<Record<RoundKind, string>> = {
  first: '',
  revote: '（得票相等，再次投票）',
  'second-round': '（不足应选数，再次投票）',
  repeat: '（重新投票）',
};

/** The short name, as in titles: 第2轮. */
export function roundName(number: number): string {
  return `第${String(number)}轮`;
}

/** The name with its reason, as in reports: 第2轮（得票相等，再次投票）; a round counted by hand says so. */
export function fullRoundName({ number, kind, hand }: { readonly number: number; readonly kind: RoundKind; readonly hand: boolean }): string {
  return `${roundName(number)}${KIND[kind]}${hand ? '（手工计票）' : ''}`;
}
