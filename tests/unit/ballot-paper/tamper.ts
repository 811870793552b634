import { z } from 'zod';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { type Bytes, utf8 } from '#shared/ballot-paper/bytes.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';
import { signedMessage } from '#shared/ballot-paper/signed-file.ts';
import { VECTORS, bytesOf } from './golden.ts';

/** A record that a test changes. */
export type Files = Map<string, Uint8Array>;

type Row = Record<string, unknown>;
const row = z.record(z.string(), z.unknown());
const rows = z.array(row);
const signatures = z.record(z.string(), z.array(z.object({ i: z.number(), sig: z.string() })));

export function textOf(files: Files, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

export function setText(files: Files, name: string, text: string): void {
  files.set(name, utf8(text));
}

/** Replaces text that must be there. */
export function replaceText(files: Files, name: string, from: string, to: string): void {
  const text = textOf(files, name);
  if (!text.includes(from)) throw new Error(`${name} holds no ${from}`);
  setText(files, name, text.replace(from, to));
}

/** Changes the object of a JSON file. */
export function editJson(files: Files, name: string, edit: (value: Row) => Row): void {
  setText(files, name, JSON.stringify(edit(row.parse(JSON.parse(textOf(files, name))))));
}

/** Changes the list of a JSON file, roll.json or keys.json. */
export function editList(files: Files, name: string, edit: (list: Row[]) => Row[]): void {
  setText(files, name, JSON.stringify(edit(rows.parse(JSON.parse(textOf(files, name))))));
}

/** Changes the rows of a file of JSON lines. */
export function editLines(files: Files, name: string, edit: (list: Row[]) => Row[]): void {
  const list = textOf(files, name).split('\n').filter((line) => line !== '').map((line) => row.parse(JSON.parse(line)));
  setText(files, name, edit(list).map((one) => `${JSON.stringify(one)}\n`).join(''));
}

export type Signatures = Record<string, { i: number; sig: string }[]>;

export function editSignatures(files: Files, edit: (value: Signatures) => Signatures): void {
  setText(files, 'sigs.json', JSON.stringify(edit(signatures.parse(JSON.parse(textOf(files, 'sigs.json'))))));
}

/** The same field with one bit changed. */
export function flip(value: unknown, at = 0): string {
  const bytes = fromBase64url(String(value));
  if (bytes === null) throw new Error('Not base64url.');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return toBase64url(bytes);
}

/** Changes one element of a list. */
export function at<T>(index: number, edit: (one: T) => T): (list: T[]) => T[] {
  return (list) => list.map((one, place) => (place === index ? edit(one) : one));
}

const FILE_OF = { manifest: 'manifest.json', sth: 'sth.json', board: 'board.txt', outcome: 'outcome.json' } as const;
export type Signable = keyof typeof FILE_OF;

/** The golden scrutineers' seeds; 0 is the server. */
function seedOf(i: number): Bytes {
  return bytesOf(i === 0 ? VECTORS.serverSeed : String(VECTORS.scrutineers[i - 1]?.['signSeed']));
}

/** Signs a changed file anew with the scrutineers' keys, the golden ones or others: what only t of them together could do. */
export async function signAgain(files: Files, file: Signable, by: readonly number[], seed: (i: number) => Uint8Array = seedOf): Promise<void> {
  const message = signedMessage(file, sha256(files.get(FILE_OF[file]) ?? new Uint8Array()));
  const list = await Promise.all(by.map(async (i) => ({ i, sig: toBase64url(await NODE_PLATFORM.ed25519Sign(seed(i), message)) })));
  editSignatures(files, (value) => ({ ...value, [file]: list }));
}

export function hashOf(files: Files, name: string): Bytes {
  return sha256(files.get(name) ?? new Uint8Array());
}
