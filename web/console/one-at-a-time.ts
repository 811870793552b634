/**
 * Runs `work` once at a time; whatever calls come while it runs are answered by one more run after it.
 * A hall that checks in makes events faster than answers come, and starting anew each time would never end.
 */
export function oneAtATime(work: () => Promise<unknown>): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run();
  };
}
