import { importRoll, previewRoll } from '#shared/contract/sheet-file.ts';
import type { RollPreview } from '#shared/contract/sheet-file.ts';
import type { Answer } from '#shared/contract/endpoint.ts';
import { call } from '#web/api/client.ts';
import { sheetWork } from '../sheet-import/sheet-work.ts';

export type RollChoice = { readonly strikeMissing: boolean };

/** A roll file in hand, one for each congress. */
export const rollWork = sheetWork<RollPreview, RollChoice, Answer<typeof importRoll>>((congressId, token) => ({
  preview: (file) => call(previewRoll, { params: { congressId }, body: { file } }, token),
  carryOut: (file, { plan }, { strikeMissing }) => call(importRoll, { params: { congressId }, body: { file, plan, strikeMissing } }, token),
}));
