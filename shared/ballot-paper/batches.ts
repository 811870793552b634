/** Called from time to time with how many of how many are done. */
export type Progress = (done: number, total: number) => void;

/** Enough to keep a thread pool busy, few enough to report progress and let a page breathe. */
const BATCH = 64;

/** Runs an asynchronous act over a list, a batch at a time; results in the order of the list. */
export async function inBatches<T, R>(
  list: readonly T[],
  act: (item: T, index: number) => Promise<R>,
  onProgress: Progress = () => undefined,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += BATCH) {
    const batch = list.slice(at, at + BATCH);
    results.push(...(await Promise.all(batch.map((item, index) => act(item, at + index)))));
    onProgress(results.length, list.length);
  }
  return results;
}
