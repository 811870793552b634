import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BoxGate, type CastMessage, boxRound, checkCast, isReceipt, leafOf, makeBallot, makeBoxGate, receiptMessage, toCastMessage } from '#shared/ballot-paper/ballot.ts';
import { fromBase64url, toBase64url } from '#shared/ballot-paper/base64url.ts';
import { makeBody, readBody } from '#shared/ballot-paper/body.ts';
import { type BoxRound, openEntry, sealBody } from '#shared/ballot-paper/box-entry.ts';
import { makeBoard, readBoard, writeBoard } from '#shared/ballot-paper/board.ts';
import { zeros } from '#shared/ballot-paper/bytes.ts';
import { sha256 } from '#shared/ballot-paper/hash.ts';
import { type Manifest, makeManifest, readManifest } from '#shared/ballot-paper/manifest.ts';
import { checkManifest } from '#shared/ballot-paper/manifest-check.ts';
import { type Paper, checkIssueRequest, derivePaper, openCapsule, unblind } from '#shared/ballot-paper/paper.ts';
import { NODE_PLATFORM as platform, stamp } from '#shared/ballot-paper/platform-node.ts';
import { checkReleasedKey, openRelease, sealRelease } from '#shared/ballot-paper/release.ts';
import { readSignatures } from '#shared/ballot-paper/signed-file.ts';
import { MODULUS, STAMP_KEY } from './election.ts';
import { VECTORS, bytesOf, goldenRecord } from './golden.ts';

const manifestBytes = goldenRecord('golden-record').get('manifest.json') ?? zeros(0);
const mh = sha256(manifestBytes);
let manifest: Manifest;
let gate: BoxGate;
let paper: Paper;
let good: CastMessage;
let round: BoxRound;

beforeAll(async () => {
  const read = readManifest(manifestBytes);
  if (!read.ok) throw new Error('The golden manifest must be readable.');
  manifest = read.manifest;
  round = boxRound(mh, manifest);
  const made = await makeBoxGate(platform, mh, manifest);
  if (!made.ok) throw new Error('The golden stamp key must be one.');
  gate = made.gate;
  ({ paper, message: good } = await castOf(zeros(32).fill(3)));
});

async function castOf(seed: Uint8Array) {
  const made = await derivePaper(platform, seed, { mh, paperKey: MODULUS });
  const answer = stamp({ privateKey: STAMP_KEY, modulus: MODULUS }, made.blinded.blindedMessage);
  const unblinded = answer.ok ? unblind(made, { paperKey: MODULUS, mh }, answer.blindSignature) : answer;
  if (!unblinded.ok) throw new Error('Our own stamp must fit.');
  const { ballot } = await makeBallot(platform, round, made, unblinded.stamp, [1, 1, 1, 1, 1, 1, 0, 0]);
  return { paper: made, ballot, message: toCastMessage(ballot) };
}

const changed = (text: string, place: number): string => {
  const bytes = fromBase64url(text) ?? zeros(0);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return toBase64url(bytes);
};

describe('a cast message', () => {
  test('as it was made is taken, and its receipt holds', async () => {
    const checked = await checkCast(platform, gate, good);
    if (!checked.ok) throw new Error(checked.reason);
    expect(toCastMessage(checked.ballot)).toEqual(good);
    const seed = bytesOf(VECTORS.serverSeed);
    const receipt = await platform.ed25519Sign(seed, receiptMessage(mh, leafOf(checked.ballot)));
    expect(await isReceipt(platform, manifest.serverKey, mh, checked.ballot, receipt)).toBe(true);
    expect(await isReceipt(platform, manifest.serverKey, sha256(mh), checked.ballot, receipt)).toBe(false);
  });

  test.each<readonly [string, (message: CastMessage) => unknown, object]>([
    ['nothing', () => undefined, { reason: 'bad-format', field: 'body' }],
    ['a list', () => [], { reason: 'bad-format' }],
    ['a number for the key', (m) => ({ ...m, pk: 1 }), { reason: 'bad-format', field: 'pk' }],
    ['a key with padding', (m) => ({ ...m, pk: `${m.pk}=` }), { reason: 'bad-format', field: 'pk' }],
    ['a short stamp', (m) => ({ ...m, stamp: m.stamp.slice(0, -4) }), { reason: 'bad-format', field: 'stamp' }],
    ['a box for another number of scrutineers', (m) => ({ ...m, box: m.box.slice(0, -152) }), { reason: 'bad-format', field: 'box' }],
    ['a box with another header', (m) => ({ ...m, box: changed(m.box, 2) }), { reason: 'bad-format', field: 'box' }],
    ['a missing signature', ({ pk, stamp: ps, box }) => ({ pk, stamp: ps, box }), { reason: 'bad-format', field: 'sig' }],
    ['one field too many', (m) => ({ ...m, delegate: 7 }), { reason: 'bad-format' }],
    ['a small-order key', (m) => ({ ...m, pk: toBase64url(zeros(32)) }), { reason: 'bad-format', field: 'pk' }],
    ['a small-order R', (m) => ({ ...m, sig: toBase64url(zeros(64)) }), { reason: 'bad-format', field: 'sig' }],
    ['another stamp', (m) => ({ ...m, stamp: changed(m.stamp, 100) }), { reason: 'bad-stamp' }],
    ['another key', (m) => ({ ...m, pk: toBase64url(manifest.serverKey) }), { reason: 'bad-stamp' }],
    ['another box entry', (m) => ({ ...m, box: changed(m.box, 99) }), { reason: 'bad-signature' }],
    ['another signature', (m) => ({ ...m, sig: changed(m.sig, 40) }), { reason: 'bad-signature' }],
  ])('with %s is refused', async (_, change, refusal) => {
    expect(await checkCast(platform, gate, change(good))).toMatchObject({ ok: false, ...refusal });
  });

  test('with another ballot\'s entry is refused, and so is a stamp of another round', async () => {
    const { message: other } = await castOf(zeros(32).fill(4));
    expect(await checkCast(platform, gate, { ...good, box: other.box })).toMatchObject({ reason: 'bad-signature' });
    expect(await checkCast(platform, { ...gate, mh: sha256(mh) }, good)).toMatchObject({ reason: 'bad-stamp' });
  });

  test('of any kind is answered, never thrown at', async () => {
    await fc.assert(fc.asyncProperty(fc.anything(), async (message) => {
      expect(await checkCast(platform, gate, message)).toMatchObject({ ok: false, reason: 'bad-format' });
    }));
    const base64url = fc.uint8Array({ maxLength: 700 }).map(toBase64url);
    await fc.assert(fc.asyncProperty(fc.record({ pk: base64url, stamp: base64url, box: base64url, sig: base64url }), async (part) => {
      for (const field of ['pk', 'stamp', 'box', 'sig'] as const) {
        expect((await checkCast(platform, gate, { ...good, [field]: part[field] })).ok).toBe(false);
      }
    }), { numRuns: 30 });
  });
});

describe('a box entry', () => {
  const openers = () => Promise.all(VECTORS.scrutineers.map(async (vector, index) => {
    const opener = await platform.boxOpener(bytesOf(String(vector['boxPrivateKey'])));
    if (opener === null) throw new Error('A golden key must open.');
    return { i: index + 1, opener };
  }));

  test('opens for its own key and manifest only', async () => {
    const body = makeBody(zeros(10), [1, 0, 0, 0, 0, 0, 0, 0]);
    const pk = paper.key.publicKey;
    const entry = await sealBody(platform, round, pk, body);
    const keys = await openers();
    expect(await openEntry(platform, round, keys, pk, entry)).toEqual(body);
    expect(await openEntry(platform, round, keys, manifest.serverKey, entry)).toBeNull();
    expect(await openEntry(platform, { ...round, mh: sha256(mh) }, keys, pk, entry)).toBeNull();
  });

  test('with one bad share opens through the others, with two it does not', async () => {
    const body = makeBody(zeros(10), [0, 0, 0, 0, 0, 0, 0, 0]);
    const pk = paper.key.publicKey;
    const entry = await sealBody(platform, round, pk, body);
    const keys = await openers();
    const oneBad = entry.with(180 + 90, (entry[180 + 90] ?? 0) ^ 1);
    expect(await openEntry(platform, round, keys, pk, oneBad)).toEqual(body);
    const twoBad = oneBad.with(180 + 114 + 3, (oneBad[180 + 114 + 3] ?? 0) ^ 1);
    expect(await openEntry(platform, round, keys, pk, twoBad)).toBeNull();
  });

  test('of any bytes is unopenable, never an exception', async () => {
    const keys = await openers();
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
      expect(await openEntry(platform, round, keys, paper.key.publicKey, bytes)).toBeNull();
    }));
    await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 518, maxLength: 518 }), async (bytes) => {
      const entry = Uint8Array.from([1, 3, 2, 0, ...bytes]);
      expect(await openEntry(platform, round, keys, paper.key.publicKey, entry)).toBeNull();
    }), { numRuns: 30 });
  });
});

describe('a body', () => {
  const marked = makeBody(zeros(10).fill(1), [1, 0, 1]);

  test('gives its marks back', () => {
    expect(marked).toHaveLength(128);
    expect(readBody(marked, 3)).toEqual({ tracker: '040G2081040G2081', marks: [1, 0, 1], ruledInvalid: false });
  });

  test.each([
    ['another version', 0, 2], ['another number of options', 1, 4], ['a byte that should be zero', 2, 1], ['a byte that should be zero', 3, 1],
    ['a byte that should be zero', 14, 1], ['a byte that should be zero', 15, 9], ['a mark above 1', 17, 2], ['a mark behind the options', 19, 1], ['a last byte', 127, 1],
  ])('with %s at %i is malformed and keeps its tracker', (_, place, value) => {
    expect(readBody(marked.with(place, value), 3)).toEqual({ tracker: '040G2081040G2081', marks: null, ruledInvalid: false });
  });

  test('of a printed ballot that was ruled invalid has 3 for every mark, and for no fewer', () => {
    const ruled = makeBody(zeros(10).fill(1), [3, 3, 3]);
    expect(readBody(ruled, 3)).toEqual({ tracker: '040G2081040G2081', marks: null, ruledInvalid: true });
    expect(readBody(ruled.with(17, 1), 3)).toMatchObject({ marks: null, ruledInvalid: false });
    expect(readBody(ruled, 2)).toMatchObject({ marks: null, ruledInvalid: false });
  });
});

describe('the board', () => {
  const ballot = (tracker: string | null, leaf: number, marks: readonly number[] | null) => ({
    tracker, leaf: zeros(32).fill(leaf),
    ballot: tracker === null ? ({ kind: 'unopenable' } as const) : marks === null ? ({ kind: 'malformed' } as const) : ({ kind: 'marks', marks } as const),
  });
  const board = () => makeBoard(
    { options: [{ number: 1 }, { number: 4 }, { number: 7 }], rule: { min: 2, max: 2, abstain: false } },
    { treeHead: 'a'.repeat(64), released: [1, 2] },
    [ballot('B'.repeat(16), 1, [1, 1, 0]), ballot('A'.repeat(16), 2, [0, 0, 0]), ballot('C'.repeat(16), 3, [0, 1, 1]), ballot('C'.repeat(16), 4, null), ballot(null, 5, null)],
  );

  test('names a copied tracker by its leaves, keeps verdicts, sorts and counts', () => {
    expect(new TextDecoder().decode(writeBoard(board()))).toBe([
      'rv1/board', `sth ${'a'.repeat(64)}`, 'released 1,2', 'size 5',
      '!0C1G60R30C1G60R3 011', '!0G2081040G208104 MALFORMED', '!0M2GA1850M2GA185 UNOPENABLE', `${'A'.repeat(16)} 000 RULE`, `${'B'.repeat(16)} 110`,
      'counts 1,2,1', 'abstained 0', 'invalid 3', '',
    ].join('\n'));
  });

  test('reads back what it wrote, and refuses every prefix of it', () => {
    const round3 = { options: [{ number: 1 }, { number: 4 }, { number: 7 }], rule: { min: 2, max: 2, abstain: false } };
    const bytes = writeBoard(board());
    const read = readBoard(round3, bytes);
    expect(read.ok && writeBoard(read.board)).toEqual(bytes);
    for (let length = 0; length < bytes.length; length += 1) expect(readBoard(round3, bytes.slice(0, length)).ok).toBe(false);
  });
});

describe('other people\'s bytes', () => {
  test('a manifest of any bytes is untrusted', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.jsonValue().map((value) => new TextEncoder().encode(JSON.stringify(value)))), async (bytes) => {
      expect(await checkManifest(platform, bytes, [])).toMatchObject({ ok: false, reason: 'manifest-untrusted' });
    }));
  });

  test('a manifest wants its signatures, its congress, its round and known keys', async () => {
    const listed: unknown = JSON.parse(new TextDecoder().decode(goldenRecord('golden-record').get('sigs.json')));
    const manifestSigs = typeof listed === 'object' && listed !== null && 'manifest' in listed ? listed.manifest : null;
    const sigs = readSignatures(manifestSigs);
    if (!sigs.ok) throw new Error('Golden signatures must be readable.');
    const signKeys = manifest.scrutineers.map(({ sign }) => sign);
    const { electionId, roundId } = manifest;
    expect(await checkManifest(platform, manifestBytes, sigs.signatures, { electionId, roundId, signKeys })).toMatchObject({ ok: true, fingerprint: VECTORS.fingerprint });
    const refused = { ok: false, reason: 'manifest-untrusted' };
    expect(await checkManifest(platform, manifestBytes, [])).toMatchObject(refused);
    expect(await checkManifest(platform, manifestBytes, sigs.signatures.slice(1))).toMatchObject(refused);
    expect(await checkManifest(platform, manifestBytes, sigs.signatures, { electionId: roundId })).toMatchObject(refused);
    expect(await checkManifest(platform, manifestBytes, sigs.signatures, { roundId: electionId })).toMatchObject(refused);
    expect(await checkManifest(platform, manifestBytes, sigs.signatures, { signKeys: signKeys.toReversed() })).toMatchObject(refused);
    for (const list of [null, {}, [1], [{ i: 1 }], [{ i: 1, sig: 'x' }]]) expect(readSignatures(list)).toMatchObject({ reason: 'bad-format' });
  });

  test('a manifest is written as it was read', () => {
    const { v, type, method, ...fields } = manifest;
    expect([v, type]).toEqual([1, 'rv1/manifest']);
    const again = readManifest(makeManifest({ ...fields, method }));
    expect(again).toEqual({ ok: true, manifest });
  });

  test('a request for a paper is refused by what is wrong with it', async () => {
    const request = { blindedMessage: paper.blinded.blindedMessage, capsule: zeros(60), sig: zeros(64).fill(1) };
    const check = (change: object) => checkIssueRequest(platform, manifest.serverKey, { mh, paperKey: MODULUS }, { ...request, ...change });
    expect(await check({})).toMatchObject({ reason: 'bad-signature' });
    expect(await check({ capsule: zeros(59) })).toMatchObject({ reason: 'bad-capsule' });
    expect(await check({ blindedMessage: zeros(383) })).toMatchObject({ reason: 'bad-blinded-message' });
    expect(await check({ blindedMessage: MODULUS })).toMatchObject({ reason: 'bad-blinded-message' });
    expect(await openCapsule(platform, zeros(32), { mh, paperKey: MODULUS }, { ...request, capsule: zeros(10) })).toMatchObject({ reason: 'bad-capsule' });
    expect(unblind(paper, { mh, paperKey: MODULUS }, zeros(384))).toEqual({ ok: false, reason: 'bad-stamp' });
  });

  test('a released key is checked against its path and the manifest', async () => {
    const keys = VECTORS.scrutineers.map((vector) => bytesOf(String(vector['boxPrivateKey'])));
    const [one, two] = [manifest.scrutineers[0], manifest.scrutineers[1]];
    const receiver = await platform.boxOpener(keys[1] ?? zeros(32));
    if (one === undefined || two === undefined || receiver === null) throw new Error('Golden scrutineers.');
    const path = { treeHeadHash: sha256(mh), from: 1, to: 2 };
    const released = await sealRelease(platform, path, two, keys[0] ?? zeros(32));
    if (!released.ok) throw new Error('A golden key must take a release.');
    expect(released.sealed).toHaveLength(113);
    expect(await openRelease(platform, path, one, receiver, released.sealed)).toMatchObject({ ok: true, i: 1, privateKey: keys[0] });
    const bad = { ok: false, reason: 'bad-release' };
    expect(await openRelease(platform, { ...path, treeHeadHash: mh }, one, receiver, released.sealed)).toMatchObject(bad);
    expect(await openRelease(platform, { ...path, from: 3 }, one, receiver, released.sealed)).toMatchObject(bad);
    expect(await openRelease(platform, path, two, receiver, released.sealed)).toMatchObject(bad);
    expect(await openRelease(platform, path, one, receiver, released.sealed.slice(1))).toMatchObject(bad);
    expect(await checkReleasedKey(platform, one, zeros(32))).toMatchObject(bad);
    expect(await sealRelease(platform, path, { box: zeros(65) }, keys[0] ?? zeros(32))).toMatchObject(bad);
  });
});
