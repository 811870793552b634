import { equalBytes, utf8 } from '#shared/ballot-paper/bytes.ts';
import { checkHandCount } from '#shared/ballot-paper/check-hand.ts';
import { checkRoll } from '#shared/ballot-paper/check-issue.ts';
import { checkManifestForm, checkManifestSignatures } from '#shared/ballot-paper/check-manifest.ts';
import { type OutcomeFacts, makeOutcome } from '#shared/ballot-paper/outcome-file.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import { readManifest, type RoundDetail } from '#shared/contract/round.ts';
import { validByHand } from '#shared/domain/hand-count.ts';
import { refuse } from '#shared/error-code.ts';
import { call } from '#web/api/client.ts';
import type { Desk } from '../desk-context.ts';
import type { Recomputed } from '../recompute.ts';
import { recordFile } from '../round-files.ts';

/**
 * The outcome of a round that was counted by hand once more: from its own counts and the method of the signed
 * manifest. Whether the counts are those of the ballots, the hall saw; no page can. Refuses bad-hand-count.
 */
export async function recomputeHandCount(desk: Desk, round: RoundDetail, { ruling, earlier }: Pick<OutcomeFacts, 'ruling' | 'earlier'>): Promise<Recomputed> {
  const document = utf8(round.outcome?.document ?? '');
  const [manifestBytes, signatures, roll] = await Promise.all([
    call(readManifest, { params: { roundId: round.id } }),
    recordFile(desk, round, 'sigs.json'),
    recordFile(desk, round, 'roll.json'),
  ]);
  if (!manifestBytes.ok) return { ok: false, refusal: manifestBytes.error };
  if (!signatures.ok) return { ok: false, refusal: signatures.error };
  if (!roll.ok) return { ok: false, refusal: roll.error };
  const { parts } = readRecord(
    new Map([['manifest.json', manifestBytes.value], ['sigs.json', signatures.value], ['roll.json', roll.value], ['outcome.json', document]]),
  );
  const context = { platform: desk.keys.platform, onProgress: () => undefined, earlier: null };
  for (const check of [checkManifestForm, checkManifestSignatures, checkRoll, checkHandCount]) {
    if ((await check(parts, context)) !== null) return { ok: false, refusal: refuse('bad-hand-count') };
  }
  const { manifest, manifestHash: mh, outcome } = parts;
  if (manifest === null || mh === null || outcome?.ballots === undefined) return { ok: false, refusal: refuse('bad-hand-count') };
  const { ballots, counts, base } = outcome;
  const valid = validByHand(ballots);
  const made = makeOutcome({ manifest, mh, boardHash: ballots, tally: { counts, valid }, present: base.present, ruling, earlier });
  if (!made.ok) return { ok: false, refusal: made };
  const { received, abstained, invalid } = ballots;
  return { ok: true, file: made.file, tally: { counts, received, valid, abstained, invalid }, bytes: made.bytes, same: equalBytes(made.bytes, document) };
}
