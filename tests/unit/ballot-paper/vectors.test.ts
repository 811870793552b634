import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { boxRound, castMessageOf, isReceipt, leafOf, makeBoxGate, checkCast, toCastMessage, receiptMessage } from '#shared/ballot-paper/ballot.ts';
import { fromBase64url } from '#shared/ballot-paper/base64url.ts';
import { makeBody, readBody, trackerText } from '#shared/ballot-paper/body.ts';
import { openEntry } from '#shared/ballot-paper/box-entry.ts';
import { concat, zeros } from '#shared/ballot-paper/bytes.ts';
import { authKey, capsuleKey, signKeyOf } from '#shared/ballot-paper/credential.ts';
import { hkdf, sha256 } from '#shared/ballot-paper/hash.ts';
import { fromHex, toHex } from '#shared/ballot-paper/hex.ts';
import { LABELS } from '#shared/ballot-paper/labels.ts';
import { fingerprint, manifestHash, readManifest } from '#shared/ballot-paper/manifest.ts';
import { checkIssueRequest, blindFactor, derivePaper, issueMessage, openCapsule, paperSalt, sealCapsule, unblind } from '#shared/ballot-paper/paper.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { NODE_PLATFORM, stamp } from '#shared/ballot-paper/platform-node.ts';
import { readRecord } from '#shared/ballot-paper/record.ts';
import { attendanceHash, rollHash } from '#shared/ballot-paper/roll.ts';
import { codeOf, readCode, scannedCode } from '#shared/ballot-paper/secret-code.ts';
import { boxKeyMessage, keyCode, scrutineerBoxKey, scrutineerSignKey } from '#shared/ballot-paper/scrutineer.ts';
import { treeRoot } from '#shared/ballot-paper/tree.ts';
import { VECTORS, bytesOf, goldenRecord } from './golden.ts';

const files = goldenRecord('golden-record');
const manifestBytes = files.get('manifest.json') ?? zeros(0);
const mh = manifestHash(manifestBytes);
const electionId = bytesOf(VECTORS.electionId);
const roundId = bytesOf(VECTORS.roundId);
const given = (name: string) => bytesOf(String(VECTORS.ballot[name]));
const { parts } = readRecord(files);

function goldenManifest() {
  const read = readManifest(manifestBytes);
  if (!read.ok) throw new Error('The golden manifest must be readable.');
  return read.manifest;
}
const manifest = goldenManifest();
const round = { mh, paperKey: manifest.paperKey };
const secret = given('letterSecret');

const PLATFORMS = [
  ['node', NODE_PLATFORM],
  ['browser', await browserPlatform()],
  ['browser without Ed25519', await browserPlatform({ native: false })],
] as const;

test('the congress, the round and their hashes', () => {
  expect(toHex(mh)).toBe(VECTORS.manifestHash);
  expect(fingerprint(mh)).toBe(VECTORS.fingerprint);
  expect(toHex(manifest.electionId)).toBe(VECTORS.electionId);
  expect(toHex(manifest.roundId)).toBe(VECTORS.roundId);
  expect(toHex(rollHash(parts.roll ?? []))).toBe(VECTORS.rollHash);
  expect(toHex(attendanceHash(parts.roll ?? []))).toBe(VECTORS.attendanceHash);
  expect(toHex(parts.issueLogHash ?? zeros(0))).toBe(VECTORS.issuesHash);
});

test('the letter and its code', () => {
  expect(codeOf(secret, 'real')).toBe(VECTORS.ballot['code']);
  expect(scannedCode(secret, 'real')).toBe(VECTORS.ballot['qr']);
  expect(readCode(String(VECTORS.ballot['qr']))).toEqual({ ok: true, kind: 'real', secret });
});

test('the tree over the first leaves', () => {
  for (const { leaves, root } of VECTORS.merkle) expect(toHex(treeRoot(leaves.map(bytesOf)))).toBe(root);
});

describe.each(PLATFORMS)('every derived value, %s', (_, platform) => {
  const paperOf = () => derivePaper(platform, given('paperSeed'), round);

  test('the server and the scrutineers', async () => {
    expect(toHex((await signKeyOf(platform, bytesOf(VECTORS.serverSeed))).publicKey)).toBe(VECTORS.serverPublicKey);
    for (const [index, vector] of VECTORS.scrutineers.entries()) {
      const root = bytesOf(String(vector['root']));
      const sign = await scrutineerSignKey(platform, root, electionId);
      const box = await scrutineerBoxKey(platform, root, electionId, roundId);
      expect(toHex(sign.seed)).toBe(vector['signSeed']);
      expect(toHex(sign.publicKey)).toBe(vector['signPublicKey']);
      expect(toHex(hkdf(root, electionId, concat(LABELS.box, roundId), 32))).toBe(vector['boxIkm']);
      expect(toHex(box.privateKey)).toBe(vector['boxPrivateKey']);
      expect(toHex(box.publicKey)).toBe(vector['boxPublicKey']);
      const sig = await platform.ed25519Sign(sign.seed, boxKeyMessage(electionId, roundId, box.publicKey));
      expect(toHex(sig)).toBe(toHex(manifest.scrutineers[index]?.sig ?? zeros(0)));
      expect(keyCode(sign.publicKey)).toMatch(/^[0-9A-Z]{8}$/);
    }
  });

  test('the delegate and the paper', async () => {
    const auth = await authKey(platform, secret, electionId);
    const paper = await paperOf();
    expect(toHex(auth.seed)).toBe(VECTORS.ballot['authSeed']);
    expect(toHex(auth.publicKey)).toBe(VECTORS.ballot['authPublicKey']);
    expect(toHex(paper.key.seed)).toBe(VECTORS.ballot['ballotSeed']);
    expect(toHex(paper.key.publicKey)).toBe(VECTORS.ballot['ballotPublicKey']);
    expect(toHex(paperSalt(paper.seed, mh))).toBe(VECTORS.ballot['pssSalt']);
    expect(toHex(blindFactor(paper.seed, mh, 0))).toBe(VECTORS.ballot['blindFactor0']);
    expect(toHex(paper.message)).toBe(VECTORS.ballot['paperMessage']);
    expect(toHex(paper.blinded.blindedMessage)).toBe(VECTORS.ballot['blindedMessage']);
  });

  test('the capsule, sealed and opened', async () => {
    const paper = await paperOf();
    const kC = capsuleKey(secret, electionId, mh);
    expect(toHex(kC)).toBe(VECTORS.ballot['capsuleKey']);
    const capsule = await sealCapsule(platform, kC, mh, paper, given('capsuleIv'));
    expect(toHex(capsule)).toBe(VECTORS.ballot['capsule']);
    const { blindedMessage } = paper.blinded;
    const opened = await openCapsule(platform, kC, round, { blindedMessage, capsule });
    expect(opened.ok && toHex(opened.paper.seed)).toBe(VECTORS.ballot['paperSeed']);
    const foreign = await openCapsule(platform, capsuleKey(zeros(16), electionId, mh), round, { blindedMessage, capsule });
    expect(foreign).toMatchObject({ ok: false, reason: 'bad-capsule' });
  });

  test('the issue and the stamp', async () => {
    const auth = await authKey(platform, secret, electionId);
    const paper = await paperOf();
    const { blindedMessage } = paper.blinded;
    const sig = await platform.ed25519Sign(auth.seed, issueMessage(mh, blindedMessage, sha256(given('capsule'))));
    expect(toHex(sig)).toBe(VECTORS.ballot['issueSignature']);
    expect(await checkIssueRequest(platform, auth.publicKey, round, { blindedMessage, capsule: given('capsule'), sig })).toEqual({ ok: true });
    const privateKey = createPrivateKey({ key: Buffer.from(VECTORS.roundRsaPkcs8, 'hex'), format: 'der', type: 'pkcs8' });
    const stamped = stamp({ privateKey, modulus: manifest.paperKey }, blindedMessage);
    expect(stamped.ok && toHex(stamped.blindSignature)).toBe(VECTORS.ballot['blindSignature']);
    const unblinded = unblind(paper, round, given('blindSignature'));
    expect(unblinded.ok && toHex(unblinded.stamp)).toBe(VECTORS.ballot['paperSignature']);
  });

  test('the ballot: body, entry, cast, leaf, receipt', async () => {
    const body = given('body');
    const read = readBody(body, 8);
    expect(read.tracker).toBe(VECTORS.ballot['tracker']);
    const marks = (read.marks ?? []).map((mark): 0 | 1 => (mark === 1 ? 1 : 0));
    expect(toHex(makeBody(body.subarray(4, 14), marks))).toBe(VECTORS.ballot['body']);
    expect(trackerText(body.subarray(4, 14))).toBe(VECTORS.ballot['tracker']);
    const ballot = { pk: given('ballotPublicKey'), stamp: given('paperSignature'), box: given('box'), sig: given('castSignature') };
    expect(toHex(await platform.ed25519Sign(given('ballotSeed'), castMessageOf(mh, ballot.box)))).toBe(VECTORS.ballot['castSignature']);
    expect(toHex(leafOf(ballot))).toBe(VECTORS.ballot['leaf']);
    expect(toHex(await platform.ed25519Sign(bytesOf(VECTORS.serverSeed), receiptMessage(mh, leafOf(ballot))))).toBe(VECTORS.ballot['receipt']);
    expect(await isReceipt(platform, manifest.serverKey, mh, ballot, given('receipt'))).toBe(true);
    const gate = await makeBoxGate(platform, mh, manifest);
    if (!gate.ok) throw new Error('The golden stamp key must be one.');
    expect(await checkCast(platform, gate.gate, toCastMessage(ballot))).toEqual({ ok: true, ballot });
  });

  test('the entry opens with any two of the three keys, and with no single one', async () => {
    const openers = await Promise.all(
      VECTORS.scrutineers.map(async (vector, index) => {
        const opener = await platform.boxOpener(bytesOf(String(vector['boxPrivateKey'])));
        if (opener === null) throw new Error('A golden key must open.');
        return { i: index + 1, opener };
      }),
    );
    const open = (released: typeof openers) =>
      openEntry(platform, boxRound(mh, manifest), released, given('ballotPublicKey'), given('box'));
    for (const left of openers) {
      const body = await open(openers.filter((key) => key !== left));
      expect(toHex(body ?? zeros(0))).toBe(VECTORS.ballot['body']);
      expect(await open([left])).toBeNull();
    }
  });
});

test('readers answer null to other text', () => {
  expect(fromHex('0G')).toBeNull();
  expect(fromBase64url('A')).toBeNull();
});
