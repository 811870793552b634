import { type Verdict, demand } from './verdict.ts';

/** A show of hands (举手表决), in delegates. */
export type Hands = { readonly votesFor: number; readonly votesAgainst: number; readonly votesAbstain: number };

/** Carried with more for than against and abstaining together: more than half of the hands. */
export function isCarried({ votesFor, votesAgainst, votesAbstain }: Hands): boolean {
  return votesFor > votesAgainst + votesAbstain;
}

/** Refuses numbers-contradict where more hands were counted than delegates are in the hall. */
export function checkHands(hands: Hands, present: number): Verdict {
  const counted = hands.votesFor + hands.votesAgainst + hands.votesAbstain;
  return demand(counted <= present, 'numbers-contradict', { figures: { hands: counted, present } });
}

/** The method is adopted first, then the scrutineers who watch over it. Refuses not-adopted. */
export function checkScrutineersTurn(methodCarried: boolean): Verdict {
  return demand(methodCarried, 'not-adopted', { field: 'method' });
}
