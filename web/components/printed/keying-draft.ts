import { z } from 'zod/mini';

/** What was keyed so far, kept in this tab alone, so that a reload loses nothing; gone once it is handed in. */
const sheets = z.array(z.object({ marks: z.array(z.int()), doubtful: z.boolean() }));
export type Sheets = z.infer<typeof sheets>;

const nameOf = (roundId: string) => `keying/${roundId}`;

/** One blank entry for each of so many ballots, or what was kept of them. */
export function readDraft(roundId: string, wanted: number): Sheets {
  const kept = sessionStorage.getItem(nameOf(roundId));
  const parsed = kept === null ? null : sheets.safeParse(JSON.parse(kept));
  if (parsed?.success === true && parsed.data.length === wanted) return parsed.data;
  return Array.from({ length: wanted }, () => ({ marks: [], doubtful: false }));
}

export function keepDraft(roundId: string, draft: Sheets): void {
  sessionStorage.setItem(nameOf(roundId), JSON.stringify(draft));
}

export function forgetDraft(roundId: string): void {
  sessionStorage.removeItem(nameOf(roundId));
}
