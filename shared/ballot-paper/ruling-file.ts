import { z } from 'zod/mini';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { readJson } from './json.ts';
import { jsonFile } from './signed-file.ts';

export const RULING_KINDS = ['void', 'tie', 'shortfall'] as const;

const ruling = z.readonly(z.strictObject({
  v: z.literal(1),
  type: z.literal('rv1/ruling'),
  mh: bytesField(32),
  kind: z.enum(RULING_KINDS),
  text: z.string(),
  by: z.string(),
  reason: z.string(),
  selected: z.readonly(z.array(z.int().check(z.minimum(1)))),
}));

/** The chair's ruling (裁定) on one round, which the chief scrutineer signs. `selected` fills places after a tie. */
export type RulingFile = z.infer<typeof ruling>;

/** The exact bytes of a ruling. */
export function makeRuling(fields: Omit<RulingFile, 'v' | 'type'>): Bytes {
  const { mh, kind, text, by, reason, selected } = fields;
  return jsonFile({ v: 1, type: 'rv1/ruling', mh: toBase64url(mh), kind, text, by, reason, selected });
}

/** Reads a ruling. Refuses bad-ruling. */
export function readRuling(bytes: Uint8Array): { readonly ok: true; readonly ruling: RulingFile } | Refusal {
  const parsed = ruling.safeParse(readJson(bytes));
  return parsed.success ? { ok: true, ruling: parsed.data } : refuse('bad-ruling');
}
