import type { z } from 'zod';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import type { IssueRequest } from '#shared/ballot-paper/paper.ts';
import type { drawPaper } from '#shared/contract/booth.ts';
import { refuse } from '#shared/error-code.ts';
import type { Refusal } from '#shared/error-code.ts';

export type PaperBody = z.infer<typeof drawPaper.body>;

/** The bytes of a request. Refuses bad-blinded-message, bad-capsule, bad-signature for left-over bits. */
export function readPaperRequest(body: PaperBody): { readonly ok: true; readonly request: IssueRequest } | Refusal {
  const blindedMessage = fromBase64url(body.blindedMessage, 384);
  const capsule = fromBase64url(body.capsule, 60);
  const sig = fromBase64url(body.sig, 64);
  if (blindedMessage === null) return refuse('bad-blinded-message', { field: 'blindedMessage' });
  if (capsule === null) return refuse('bad-capsule', { field: 'capsule' });
  if (sig === null) return refuse('bad-signature', { field: 'sig' });
  return { ok: true, request: { blindedMessage, capsule, sig } };
}
