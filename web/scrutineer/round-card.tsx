import type { ComponentProps } from 'react';
import type { RoundDetail } from '#shared/contract/round.ts';
import { useTexts } from '../text/language.ts';
import { en } from '../text/scrutineer.en.ts';
import { zh } from '../text/scrutineer.zh.ts';
import { Card } from './card.tsx';

/** A card that belongs to a round and says which. */
export function RoundCard({ round, ...card }: Omit<ComponentProps<typeof Card>, 'over'> & { readonly round: RoundDetail }) {
  const texts = useTexts({ zh, en }).steps;
  return <Card {...card} over={texts.round(round.number)} />;
}
