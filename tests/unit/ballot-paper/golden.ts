import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import { fromHex } from '#shared/ballot-paper/hex.ts';
import type { Bytes } from '#shared/ballot-paper/bytes.ts';

const DATA = new URL('../../data/', import.meta.url);

/** A golden record's files, fresh for each test that tampers with them. */
export function goldenRecord(level: 'golden-record' | 'golden-record-public'): Map<string, Uint8Array> {
  const folder = new URL(`${level}/`, DATA);
  return new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]));
}

const text = z.record(z.string(), z.union([z.string(), z.number()]));

const vectors = z.object({
  electionId: z.string(),
  roundId: z.string(),
  manifestHash: z.string(),
  rollHash: z.string(),
  attendanceHash: z.string(),
  issuesHash: z.string(),
  fingerprint: z.string(),
  serverSeed: z.string(),
  serverPublicKey: z.string(),
  roundRsaPkcs8: z.string(),
  scrutineers: z.array(text),
  ballot: text,
  merkle: z.array(z.object({ leaves: z.array(z.string()), root: z.string() })),
  board: z.object({ counts: z.array(z.number()), abstained: z.number(), invalid: z.number() }),
});

export const VECTORS = vectors.parse(JSON.parse(readFileSync(new URL('golden-vectors.json', DATA), 'utf8')));

export const RFC9474 = z
  .array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])))
  .transform((list) => list.map((vector) => (name: string) => String(vector[name] ?? '').replace(/^0x/, '')))
  .parse(JSON.parse(readFileSync(new URL('rfc9474-vectors.json', DATA), 'utf8')));

/** Bytes of a hex text that must be one. */
export function bytesOf(hex: string): Bytes {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Error('Not hex.');
  return bytes;
}
