/** Does one job after the other with `atOnce` of them on their way at any time; results in the order of the jobs. */
export async function inParallel<T, R>(jobs: readonly T[], atOnce: number, work: (job: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = jobs.entries();
  const worker = async () => {
    for (const [index, job] of queue) results[index] = await work(job, index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, jobs.length) }, worker));
  return results;
}
