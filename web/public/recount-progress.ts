import type { CheckName } from '#shared/ballot-paper/check-name.ts';
import type { RecountNews } from './recount-job.ts';

/** A check as the reader sees it while the work goes on and when it is done. */
export type CheckState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly detail: string | undefined };

export type CheckLine = { readonly name: CheckName; readonly state: CheckState };
export type RoundProgress = { readonly name: string; readonly checks: readonly CheckLine[] };

/** What the worker said so far, round by round. */
export function takeNews(rounds: readonly RoundProgress[], news: RecountNews): readonly RoundProgress[] {
  switch (news.kind) {
    case 'begun':
      return news.rounds.map(({ name, checks }) => ({ name, checks: checks.map((check) => ({ name: check, state: { kind: 'waiting' } })) }));
    case 'progress':
      return withState(rounds, news, { kind: 'running', done: news.done, total: news.total });
    case 'checked':
      return withState(rounds, news, news.passed ? { kind: 'passed' } : { kind: 'failed', detail: undefined });
  }
}

function withState(rounds: readonly RoundProgress[], at: { readonly round: string; readonly check: CheckName }, state: CheckState): readonly RoundProgress[] {
  return rounds.map((round) =>
    round.name === at.round ? { ...round, checks: round.checks.map((line) => (line.name === at.check ? { ...line, state } : line)) } : round,
  );
}

/** How many checks of all rounds have ended, and the one that is worked on now. */
export function soFar(rounds: readonly RoundProgress[]): { readonly done: number; readonly total: number; readonly now: { readonly round: string; readonly line: CheckLine } | null } {
  const all = rounds.flatMap((round) => round.checks.map((line) => ({ round: round.name, line })));
  const done = all.filter(({ line }) => line.state.kind === 'passed' || line.state.kind === 'failed').length;
  return { done, total: all.length, now: all.find(({ line }) => line.state.kind === 'running') ?? null };
}
