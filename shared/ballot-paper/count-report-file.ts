import { z } from 'zod/mini';
import type { CountReport } from '../domain/count-report.ts';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { readJson } from './json.ts';
import { jsonFile } from './signed-file.ts';

const count = z.int().check(z.minimum(0));

const countReport = z.readonly(z.strictObject({
  v: z.literal(1),
  type: z.literal('rv1/count'),
  mh: bytesField(32),
  issued: count,
  received: count,
  present: count,
  summoned: count,
  reopened: count,
  headCount: z.nullable(count),
  headCountReason: z.nullable(z.string()),
}));

/** The count report (清点报告) as it is signed at gate 1. `headCountReason` where the head count differs from `present`. */
export type CountReportFile = z.infer<typeof countReport>;

/** The exact bytes of a count report. */
export function makeCountReport(mh: Uint8Array, report: CountReport, headCountReason: string | null): Bytes {
  return jsonFile({
    v: 1,
    type: 'rv1/count',
    mh: toBase64url(mh),
    issued: report.issued,
    received: report.received,
    present: report.present,
    summoned: report.summoned,
    reopened: report.reopened,
    headCount: report.headCount,
    headCountReason,
  });
}

/** Reads a count report. Refuses bad-format. */
export function readCountReport(bytes: Uint8Array): { readonly ok: true; readonly report: CountReportFile } | Refusal {
  const parsed = countReport.safeParse(readJson(bytes));
  return parsed.success ? { ok: true, report: parsed.data } : refuse('bad-format', { field: 'count report' });
}
