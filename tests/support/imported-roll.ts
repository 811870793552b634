import { importRoll, previewRoll } from '#shared/contract/sheet-file.ts';
import type { Api } from './api.ts';

/** A roll imported from CSV as the console does it: looked over, then carried out. */
export async function importedRoll(client: Api, params: { readonly congressId: string }, clerk: string, csv: string): Promise<void> {
  const file = Buffer.from(csv).toString('base64');
  const { plan } = await client.must(previewRoll, { params, body: { file } }, clerk);
  await client.must(importRoll, { params, body: { file, plan, strikeMissing: false } }, clerk);
}
