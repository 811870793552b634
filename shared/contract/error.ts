import { z } from 'zod/mini';
import { ERROR_CODES } from '../error-code.ts';

/**
 * The answer to a refused request: a code of the closed list, the field or figures concerned,
 * and a sentence in both languages that says what happened, why, and what to do next.
 */
export const errorBody = z.object({
  code: z.enum(ERROR_CODES),
  field: z.optional(z.string()),
  figures: z.optional(z.record(z.string(), z.union([z.number(), z.string()]))),
  message: z.object({ zh: z.string(), en: z.string() }),
  /** Every bad row of a roll file, with its line number; none was imported. */
  rows: z.optional(z.array(z.object({ line: z.int(), field: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }))),
});
export type ErrorBody = z.infer<typeof errorBody>;
