import { dryRun } from './dry-run.ts';
import { type Finding, ballotFinding, clockFinding, loadFinding, secureFinding, storageFinding, tripFinding } from './findings.ts';
import { boothDownload, clockAhead, keepsThings, roundTrip } from './measure.ts';

/** In the order of the page. The camera is none of them: a browser asks the person, so it waits for a press. */
export const CHECKS = ['secure', 'ballot', 'clock', 'trip', 'load', 'storage'] as const;
export type Check = (typeof CHECKS)[number];

const RUN: Readonly<Record<Check, () => Promise<Finding>>> = {
  secure: () => Promise.resolve(secureFinding(window.isSecureContext, window.location.protocol)),
  ballot: async () => ballotFinding(await dryRun()),
  clock: async () => clockFinding(await clockAhead()),
  trip: async () => tripFinding(await roundTrip()),
  load: async () => loadFinding(await boothDownload()),
  storage: async () => storageFinding(await keepsThings()),
};

/** One after another, so that none disturbs the time of another; each is told when it is known. */
export async function runChecks(tell: (check: Check, finding: Finding) => void, signal: AbortSignal): Promise<void> {
  for (const check of CHECKS) {
    const finding = await RUN[check]();
    if (signal.aborted) return;
    tell(check, finding);
  }
}
