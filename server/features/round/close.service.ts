import type { Deps } from '../../deps.ts';
export async function closeRound(_deps: Deps, _roundId: string): Promise<void> { /* */ }
