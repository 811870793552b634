import type { CertifiedRound, ScreenView } from '#shared/contract/publication.ts';
import type { RoundSummary } from '#shared/contract/congress.ts';

export type Adoption = ScreenView['adoptions'][number];

/** What the hall sees: one scene at a time, decided by the state alone. */
export type Scene =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'check-in' }
  | { readonly kind: 'adoption'; readonly method: Adoption | null; readonly scrutineers: Adoption | null }
  | { readonly kind: 'manifest'; readonly round: RoundSummary }
  | { readonly kind: 'armed'; readonly round: RoundSummary }
  | { readonly kind: 'voting'; readonly round: RoundSummary }
  | { readonly kind: 'countdown'; readonly round: RoundSummary; readonly closesAt: string }
  | { readonly kind: 'closed'; readonly round: RoundSummary }
  | { readonly kind: 'counting'; readonly round: RoundSummary }
  | { readonly kind: 'void'; readonly voided: NonNullable<ScreenView['voided']> }
  | { readonly kind: 'adjourned' }
  | { readonly kind: 'result'; readonly result: CertifiedRound }
  | { readonly kind: 'announcement' };

/**
 * The scene of a view. Totals can only be in 'result' and 'announcement', which exist after gate 2;
 * a result, or the word that a round is void, stays on the screen until the manifest of the next round stands.
 */
export function screenScene(view: ScreenView): Scene {
  const { state } = view.congress;
  if (state === 'published') return { kind: 'announcement' };
  if (state === 'adjourned') return { kind: 'adjourned' };
  const { round } = view.congress;
  if (round === null || state === 'preparing') return beforeRounds(view);
  return sceneOfRound(view, round);
}

function beforeRounds(view: ScreenView): Scene {
  if (view.adoptions.length > 0) return adoptionScene(view);
  return view.present > 0 ? { kind: 'check-in' } : { kind: 'waiting' };
}

function adoptionScene(view: ScreenView): Scene {
  const latest = (subject: Adoption['subject']) => view.adoptions.findLast((adoption) => adoption.subject === subject) ?? null;
  return { kind: 'adoption', method: latest('method'), scrutineers: latest('scrutineers') };
}

function sceneOfRound(view: ScreenView, round: RoundSummary): Scene {
  switch (round.state) {
    case 'prepared':
      return round.fingerprint === null ? betweenRounds(view) : { kind: 'manifest', round };
    case 'armed':
      return { kind: 'armed', round };
    case 'open':
      return round.closesAt === null ? { kind: 'voting', round } : { kind: 'countdown', round, closesAt: round.closesAt };
    case 'closed':
      return { kind: 'closed', round };
    case 'confirmed':
    case 'frozen':
    case 'tallied':
      return { kind: 'counting', round };
    case 'void':
      return betweenRounds(view);
    case 'certified': {
      const result = view.results.find((certified) => certified.number === round.number);
      return result === undefined ? { kind: 'counting', round } : { kind: 'result', result };
    }
  }
}

function betweenRounds(view: ScreenView): Scene {
  if (view.voided !== null) return { kind: 'void', voided: view.voided };
  const result = view.results.at(-1);
  return result === undefined ? beforeRounds(view) : { kind: 'result', result };
}
