import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from '#server/db/embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One real Postgres for a run of tests; each test server makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startTemporaryPostgres();
  project.provide('databaseUrl', database.url);
  return () => database.stop();
}
