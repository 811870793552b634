import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { describe, expect, test } from 'vitest';
import { BOX_KEY_LENGTH } from '#shared/ballot-paper/box-key.ts';
import { concat, utf8, zeros } from '#shared/ballot-paper/bytes.ts';
import { browserPlatform } from '#shared/ballot-paper/platform-browser.ts';
import { NODE_PLATFORM } from '#shared/ballot-paper/platform-node.ts';

/** A library that passes the vectors of RFC 9180, as the other end of the line. */
const KEM = new DhkemP256HkdfSha256();
const LIBRARY = new CipherSuite({ kem: KEM, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const [info, aad, share] = [utf8('info'), utf8('aad'), utf8('the 33 bytes of one sealed share.')];
const PRIVATE_KEYS = [new Uint8Array(32).fill(9), concat(zeros(31), Uint8Array.of(1)), new Uint8Array(32).fill(0xfe)];

describe.each([
  ['node', NODE_PLATFORM],
  ['browser', await browserPlatform()],
] as const)('HPKE in %s', (_name, platform) => {
  test.each(PRIVATE_KEYS)('is sealed for the library and opened from it', async (privateKey) => {
    const opener = await platform.boxOpener(privateKey);
    if (opener === null) throw new Error('A good key must open.');
    const recipientPublicKey = await KEM.deserializePublicKey(opener.publicKey);
    const recipientKey = { privateKey: await KEM.deserializePrivateKey(privateKey), publicKey: recipientPublicKey };

    const sealed = (await platform.sealHpke(opener.publicKey, info, aad, share)) ?? zeros(0);
    const enc = sealed.slice(0, BOX_KEY_LENGTH);
    expect(new Uint8Array(await LIBRARY.open({ recipientKey, enc, info }, sealed.slice(BOX_KEY_LENGTH), aad))).toEqual(share);

    const theirs = await LIBRARY.seal({ recipientPublicKey, info }, share, aad);
    const received = concat(new Uint8Array(theirs.enc), new Uint8Array(theirs.ct));
    expect(await opener.open(info, aad, received)).toEqual(share);
    expect(await opener.open(info, info, received)).toBeNull();
    expect(await opener.open(aad, aad, received)).toBeNull();
    expect(await opener.open(info, aad, received.with(80, (received[80] ?? 0) ^ 1))).toBeNull();
  });
});
