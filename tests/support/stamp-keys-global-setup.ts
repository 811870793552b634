import type { TestProject } from 'vitest/node';
import { generateStampKey } from '#server/round-keys.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** PKCS #1 DER, base64. */
    stampKeys: readonly string[];
  }
}

/** More than any test has rounds. */
const STOCK = 6;

/** Real stamp keys for the rounds of a run, made once: a fourth of a run went into making one for each round. */
export default async function setup(project: TestProject): Promise<void> {
  const keys = await Promise.all(Array.from({ length: STOCK }, generateStampKey));
  project.provide('stampKeys', keys.map((key) => key.toString('base64')));
}
