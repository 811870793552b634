import { z } from 'zod/mini';
import {
  ABSTENTIONS, LATER_THRESHOLDS, type Method, PASS_THRESHOLDS, QUORUM_COMPARISONS, RECORD_READERS, SELECTION_SIZES,
  SHORTFALL_RULES, SIGNATURE_RULES, STREET_METHOD, TIE_RULES, TRACKER_TIMES, VALIDITY_RULES, DEVICE_CHANGES, MARKINGS,
  PUBLIC_LISTS, ballotRule,
} from '../domain/method.ts';
import { type Refusal, refuse } from '../error-code.ts';
import { bytesField, toBase64url } from './base64url.ts';
import { BOX_KEY_LENGTH } from './box-key.ts';
import type { Bytes } from './bytes.ts';
import { inFours, toCrockford } from './crockford.ts';
import { sha256 } from './hash.ts';
import { readJson } from './json.ts';
import { MODULUS_LENGTH } from './rsa-key.ts';
import { jsonFile } from './signed-file.ts';

/** As many options as a body of 128 bytes has places for marks. */
export const MOST_OPTIONS = 112;
/** Box entries grow by 114 bytes for each scrutineer; the wire takes entries up to 20 of them. */
const MOST_SCRUTINEERS = 20;

/** The chief scrutineer stands first on every manifest. */
export const CHIEF = 1;

const street = STREET_METHOD;
const positive = z.int().check(z.minimum(1));

/** The frozen method. A manifest may leave parameters out; the street's values stand for them. */
const method = z.object({
  marking: z._default(z.enum(MARKINGS), street.marking),
  places: positive,
  selectionSize: z._default(z.enum(SELECTION_SIZES), street.selectionSize),
  abstention: z._default(z.enum(ABSTENTIONS), street.abstention),
  quorum: z._default(z.object({ numerator: positive, denominator: positive, compare: z.enum(QUORUM_COMPARISONS) }), street.quorum),
  passThreshold: z.enum(PASS_THRESHOLDS),
  laterThreshold: z._default(z.enum(LATER_THRESHOLDS), street.laterThreshold),
  tie: z.enum(TIE_RULES),
  shortfall: z._default(z.enum(SHORTFALL_RULES), street.shortfall),
  roundValid: z._default(z.enum(VALIDITY_RULES), street.roundValid),
  signatures: z._default(z.enum(SIGNATURE_RULES), street.signatures),
  box: z._default(z.object({ t: positive, n: positive }), street.box),
  deviceChange: z._default(z.enum(DEVICE_CHANGES), street.deviceChange),
  tracker: z._default(z.enum(TRACKER_TIMES), street.tracker),
  publicList: z._default(z.enum(PUBLIC_LISTS), street.publicList),
  recordOpenTo: z._default(z.enum(RECORD_READERS), street.recordOpenTo),
  keyWorkLabel: z._default(z.string().check(z.minLength(1)), street.keyWorkLabel),
});

const option = z.strictObject({ number: positive, title: z.string().check(z.minLength(1)) });

const scrutineer = z.strictObject({
  i: positive,
  name: z.string(),
  box: bytesField(BOX_KEY_LENGTH),
  sign: bytesField(32),
  sig: bytesField(64),
});

const manifest = z.readonly(z.strictObject({
  v: z.literal(1),
  type: z.literal('rv1/manifest'),
  electionId: bytesField(16),
  roundId: bytesField(16),
  number: positive,
  parent: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  title: z.string(),
  options: z.array(option).check(z.minLength(1), z.maxLength(MOST_OPTIONS)),
  rule: z.strictObject({ min: positive, max: positive, abstain: z.boolean() }),
  method,
  summoned: z.int().check(z.minimum(0)),
  roll: bytesField(32),
  t: positive,
  paperKey: bytesField(MODULUS_LENGTH),
  serverKey: bytesField(32),
  scrutineers: z.array(scrutineer).check(z.maxLength(MOST_SCRUTINEERS)),
}));

/** One round as its scrutineers signed it; all keys and hashes as bytes, `parent` as the hex of its outcome file. */
export type Manifest = z.infer<typeof manifest> & { readonly method: Method };
export type ManifestScrutineer = Manifest['scrutineers'][number];

/** The fields of a manifest that is still to be written. */
export type ManifestFields = Omit<Manifest, 'v' | 'type'>;

/**
 * The exact bytes of a new manifest, to be stored and served unchanged for ever: their hash is the round's name
 * in everything that follows.
 */
export function makeManifest(fields: ManifestFields): Bytes {
  return jsonFile({
    v: 1,
    type: 'rv1/manifest',
    electionId: toBase64url(fields.electionId),
    roundId: toBase64url(fields.roundId),
    number: fields.number,
    parent: fields.parent,
    title: fields.title,
    options: fields.options.map(({ number, title }) => ({ number, title })),
    rule: { min: fields.rule.min, max: fields.rule.max, abstain: fields.rule.abstain },
    method: fields.method,
    summoned: fields.summoned,
    roll: toBase64url(fields.roll),
    t: fields.t,
    paperKey: toBase64url(fields.paperKey),
    serverKey: toBase64url(fields.serverKey),
    scrutineers: fields.scrutineers.map(scrutineerJson),
  });
}

function scrutineerJson({ i, name, box, sign, sig }: ManifestScrutineer) {
  return { i, name, box: toBase64url(box), sign: toBase64url(sign), sig: toBase64url(sig) };
}

/** MH, 32 bytes: SHA-256 of the exact bytes. */
export function manifestHash(bytes: Uint8Array): Bytes {
  return sha256(bytes);
}

/** The fingerprint on the hall screen and on every booth: 16 characters of MH[0..10], such as `3DQG-V0FA-MWCC-P0TJ`. */
export function fingerprint(hash: Uint8Array): string {
  return inFours(toCrockford(hash.subarray(0, 10), 16));
}

/** Reads manifest bytes, without asking who signed them. Refuses manifest-untrusted with the field that breaks the form. */
export function readManifest(bytes: Uint8Array): { readonly ok: true; readonly manifest: Manifest } | Refusal {
  const parsed = manifest.safeParse(readJson(bytes));
  if (parsed.success) return { ok: true, manifest: parsed.data };
  return refuse('manifest-untrusted', { field: parsed.error.issues[0]?.path.join('.') ?? 'manifest' });
}

/**
 * Whether the parts of a manifest agree with each other: options in official order and more of them than places,
 * the rule that follows from the method, scrutineers numbered 1 to n with n >= 3 and 2 <= t <= n - 1.
 * Refuses manifest-untrusted with the field.
 */
export function checkConsistency(manifest: Manifest): { readonly ok: true } | Refusal {
  const wrong = inconsistentField(manifest);
  return wrong === null ? { ok: true } : refuse('manifest-untrusted', { field: wrong });
}

function inconsistentField(manifest: Manifest): string | null {
  if (!isAscending(manifest.options.map(({ number }) => number))) return 'options';
  if (!followsMethod(manifest)) return 'rule';
  if (!isFirstOrLater(manifest)) return 'parent';
  if (!hasThreshold(manifest)) return 't';
  return null;
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number > (numbers[index - 1] ?? 0));
}

/** "exactly N" is min = max = places of this round, "at most N" is min 1; a later round has no more places than the first. */
function followsMethod({ rule, method: adopted, options, parent }: Manifest): boolean {
  const derived = ballotRule(adopted, rule.max);
  const placesFit = parent === null ? rule.max === adopted.places : rule.max <= adopted.places;
  return placesFit && rule.max < options.length && rule.min === derived.min && rule.abstain === derived.abstain;
}

/** Only a later round has a parent; the repeat of a void first round has none either. */
function isFirstOrLater({ number, parent }: Manifest): boolean {
  return parent === null || number > 1;
}

function hasThreshold({ scrutineers, t }: Manifest): boolean {
  const n = scrutineers.length;
  return n >= 3 && t >= 2 && t <= n - 1 && scrutineers.every(({ i }, index) => i === index + 1);
}
