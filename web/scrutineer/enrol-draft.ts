import { z } from 'zod';

/** A key that is being made: in this tab until it is handed in, so that a reload after printing does not make the sheet worthless. */
const draft = z.object({ invitation: z.string(), code: z.string(), proving: z.boolean() });
export type EnrolDraft = z.infer<typeof draft>;

const NAME = 'scrutineer/enrolling';

export function keepDraft(kept: EnrolDraft): void {
  sessionStorage.setItem(NAME, JSON.stringify(kept));
}

export function readDraft(): EnrolDraft | null {
  try {
    return draft.safeParse(JSON.parse(sessionStorage.getItem(NAME) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function forgetDraft(): void {
  sessionStorage.removeItem(NAME);
}
