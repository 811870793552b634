/** How far the simulated delegates of a congress are. */
export type Progress = {
  readonly running: boolean;
  readonly done: number;
  readonly of: number;
  readonly failed: number;
  readonly lastFailure: string | null;
};

export const NOTHING_YET: Progress = { running: false, done: 0, of: 0, failed: 0, lastFailure: null };

/** So many act at the same time; a rehearsal must leave the machine to the people in it. */
const AT_ONCE = 6;

/** The simulations of this process, one at a time for each congress. */
export class Simulations {
  readonly #progress = new Map<string, Progress>();
  #stopped = false;

  progressOf(congressId: string): Progress {
    return this.#progress.get(congressId) ?? NOTHING_YET;
  }

  /** Takes the jobs up in the background. False where the congress has some in hand. */
  start(congressId: string, jobs: readonly (() => Promise<void>)[]): boolean {
    if (this.progressOf(congressId).running) return false;
    this.#set(congressId, { ...NOTHING_YET, running: true, of: jobs.length });
    void this.#work(congressId, jobs);
    return true;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #work(congressId: string, jobs: readonly (() => Promise<void>)[]): Promise<void> {
    const queue = jobs.values();
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (const job of queue) {
        if (this.#stopped) return;
        await this.#one(congressId, job);
      }
    });
    await Promise.all(workers);
    this.#set(congressId, { ...this.progressOf(congressId), running: false });
  }

  async #one(congressId: string, job: () => Promise<void>): Promise<void> {
    try {
      await job();
      const now = this.progressOf(congressId);
      this.#set(congressId, { ...now, done: now.done + 1 });
    } catch (error) {
      const now = this.progressOf(congressId);
      this.#set(congressId, { ...now, failed: now.failed + 1, lastFailure: error instanceof Error ? error.message : String(error) });
    }
  }

  #set(congressId: string, progress: Progress): void {
    this.#progress.set(congressId, progress);
  }
}
