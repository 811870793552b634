import type { ScreenView } from '#shared/contract/publication.ts';

/** Why the screen shows less than a moment ago; said in words, because a hall watches every number. */
export type StepBack =
  | { readonly kind: 'present-fell' | 'summoned-fell'; readonly from: number; readonly to: number }
  | { readonly kind: 'opening-taken-back' }
  | { readonly kind: 'countdown-called-off' }
  | { readonly kind: 'manifest-taken-back' }
  | { readonly kind: 'preparation-reopened' };

export type Followed = { readonly view: ScreenView; readonly stepsBack: readonly StepBack[] };

/**
 * The next thing to show. An answer older than the one shown is dropped; papers and ballots of a round are
 * append-only, so a smaller number is an old one and the larger stays; every real step back gets its word.
 */
export function follow(before: Followed | null, next: ScreenView): Followed {
  if (before === null) return { view: next, stepsBack: [] };
  if (Date.parse(next.now) < Date.parse(before.view.now)) return before;
  const found = stepsBack(before.view, next);
  const view = keepLarger(before.view, next);
  // A word stays until the next thing happens, not merely until the next identical answer.
  return { view, stepsBack: found.length > 0 || moved(before.view, view) ? found : before.stepsBack };
}

function keepLarger(before: ScreenView, next: ScreenView): ScreenView {
  const same = before.congress.round?.id === next.congress.round?.id && before.congress.round?.fingerprint === next.congress.round?.fingerprint;
  if (!same) return next;
  return { ...next, issued: Math.max(before.issued, next.issued), received: Math.max(before.received, next.received) };
}

function stepsBack(before: ScreenView, next: ScreenView): readonly StepBack[] {
  const [was, is] = [before.congress.round, next.congress.round];
  const sameRound = was !== null && is !== null && was.id === is.id;
  const found: StepBack[] = [];
  if (next.present < before.present) found.push({ kind: 'present-fell', from: before.present, to: next.present });
  if (next.summoned < before.summoned) found.push({ kind: 'summoned-fell', from: before.summoned, to: next.summoned });
  if (before.congress.state !== 'preparing' && next.congress.state === 'preparing') found.push({ kind: 'preparation-reopened' });
  if (!sameRound) return found;
  if (was.state === 'open' && is.state === 'armed') found.push({ kind: 'opening-taken-back' });
  if (was.closesAt !== null && is.closesAt === null && is.state === 'open') found.push({ kind: 'countdown-called-off' });
  if (was.fingerprint !== null && is.fingerprint === null) found.push({ kind: 'manifest-taken-back' });
  return found;
}

function moved(before: ScreenView, view: ScreenView): boolean {
  const key = (of: ScreenView) => [of.congress.state, of.congress.round?.id, of.congress.round?.state, of.congress.round?.closesAt, of.present, of.summoned].join('/');
  return key(before) !== key(view);
}
