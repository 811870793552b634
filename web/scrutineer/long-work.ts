import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Refusal } from '#shared/error-code.ts';
import type { Progress } from '../api/worker-job.ts';
import type { CallError } from '../api/client.ts';

export type Stage<Answer> =
  | { readonly kind: 'ready'; readonly refusal: CallError | Refusal | null }
  | { readonly kind: 'downloading' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'finished'; readonly answer: Answer };

export type Outcome<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly refusal: CallError | Refusal };
type Job<Answer> = (onProgress: (progress: Progress) => void) => Promise<Outcome<Answer>>;

const BEGUN = 'scrutineer/work/';
const READY = { kind: 'ready', refusal: null } as const;

/**
 * Work that takes long belongs to the tab, not to the card that shows it: another card, a look at the screen page or
 * a reload do not lose it. What was begun is marked in the tab and goes on by itself after a reload, until it is refused.
 */
export function longWork<Answer>() {
  const stages = new Map<string, Stage<Answer>>();
  const listeners = new Set<() => void>();

  function show(key: string, stage: Stage<Answer>): void {
    stages.set(key, stage);
    for (const listener of listeners) listener();
  }

  async function run(key: string, job: Job<Answer>): Promise<void> {
    const before = stages.get(key);
    if (before?.kind === 'downloading' || before?.kind === 'working') return;
    sessionStorage.setItem(BEGUN + key, 'begun');
    show(key, { kind: 'downloading' });
    const outcome = await job(({ done, total }) => show(key, { kind: 'working', done, total }));
    // A reload cuts the connection off: that is no refusal, and the reloaded page must go on.
    if (!outcome.ok && !isCutOff(outcome.refusal)) sessionStorage.removeItem(BEGUN + key);
    show(key, outcome.ok ? { kind: 'finished', answer: outcome.answer } : { kind: 'ready', refusal: outcome.refusal });
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** The work under a key of its own: what it is about must be part of the key. */
  function use(key: string, job: Job<Answer>): { readonly stage: Stage<Answer>; readonly start: () => Promise<void> } {
    const stage = useSyncExternalStore(subscribe, () => stages.get(key) ?? READY);
    const start = () => run(key, job);
    const goOn = useEffectEvent(() => {
      if (stages.get(key) === undefined && sessionStorage.getItem(BEGUN + key) !== null) void start();
    });
    useEffect(() => goOn(), [key]);
    return { stage, start };
  }

  return { use, forget: () => stages.clear() };
}

function isCutOff(refusal: CallError | Refusal): boolean {
  return 'code' in refusal && refusal.code === 'unreachable';
}

/** Nothing goes on by itself any more. */
export function forgetBegunWork(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(BEGUN)) sessionStorage.removeItem(key);
}
