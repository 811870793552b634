import { X509Certificate, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { SERVER_DAYS, issueCertificate, makeAuthority } from '#server/tls/authority.ts';
import { CertificateFolder } from '#server/tls/certificate-folder.ts';
import { originOf, readHostName } from '#server/tls/host-name.ts';
import type { HostName } from '#server/tls/host-name.ts';
import { renewCertificate } from '#server/tls/renew.ts';

const DAY_MS = 86_400_000;
const NOW = new Date();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vote-tls-'));
});
afterAll(() => rm(folder, { recursive: true }));

function hosts(...texts: string[]): HostName[] {
  return texts.map((text) => {
    const name = readHostName(text);
    if (name === null) throw new Error(text);
    return name;
  });
}

const pem = (der: Uint8Array) => new X509Certificate(der).toString();
const keyPem = (der: Uint8Array) => `-----BEGIN PRIVATE KEY-----\n${Buffer.from(der).toString('base64')}\n-----END PRIVATE KEY-----\n`;

/** What a device that installed `root` answers when it goes to `name` and the server there shows this certificate. */
async function visit(root: Uint8Array, chain: readonly Uint8Array[], key: Uint8Array, name: string): Promise<string> {
  const server = createServer({ cert: chain.map(pem).join(''), key: keyPem(key) }, (_request, response) => response.end('in'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const told = await new Promise<string>((done) => {
    const asked = request({ host: '127.0.0.1', port: address.port, servername: /[a-z]/.test(name) ? name : '', headers: { host: name }, ca: pem(root), agent: false, ...(/[a-z]/.test(name) ? {} : { checkServerIdentity: () => undefined }) }, (response) => {
      response.on('data', (data: Buffer) => done(data.toString()));
    });
    asked.on('error', (error) => done(`${'code' in error ? String(error.code) : ''} ${error.message}`));
    asked.end();
  });
  server.close();
  server.closeAllConnections();
  return told;
}

describe('names and addresses', () => {
  test.each([
    ['vote.example', 'vote.example'], ['Laptop', 'laptop'], ['192.168.1.5', '192.168.1.5'], ['FD00::5', 'fd00::5'], ['bücher.example', 'xn--bcher-kva.example'],
  ])('%s is %s', (text, name) => expect(readHostName(text)?.name).toBe(name));

  test.each(['', 'a b', '*.vote.example', 'vote.example:443', 'https://vote.example', 'vote.example/b', '1.2.3', '1.2.3.999', 'a_b', 'user@host', '-a'])('%j is none', (text) => {
    expect(readHostName(text)).toBeNull();
  });

  test('an address of version 6 stands in brackets, the usual port is left out', () => {
    expect(originOf('fd00::5', 3000)).toBe('https://[fd00::5]:3000');
    expect(originOf('vote.example', 443)).toBe('https://vote.example');
  });
});

describe('the own authority', () => {
  test('its certificates are what phones ask for, and its own key is nowhere', async () => {
    const names = hosts('vote.local', '192.168.1.5', 'fd00::5');
    const authority = await makeAuthority(names, NOW);
    const { certificate } = await issueCertificate(authority, names, NOW);
    const [root, issuer, leaf] = [authority.root, authority.issuer, certificate].map((der) => new X509Certificate(der));
    if (root === undefined || issuer === undefined || leaf === undefined) throw new Error('three were made');
    expect([root.ca, issuer.ca, leaf.ca]).toEqual([true, true, false]);
    expect(leaf.subjectAltName).toBe('DNS:vote.local, IP Address:192.168.1.5, IP Address:FD00:0:0:0:0:0:0:5');
    expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(leaf.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / DAY_MS;
    expect(days).toBe(SERVER_DAYS);
    expect(leaf.verify(issuer.publicKey) && issuer.verify(root.publicKey) && root.verify(root.publicKey)).toBe(true);
    expect(new Set([root, issuer, leaf].map(({ serialNumber }) => serialNumber)).size).toBe(3);
    expect(Object.keys(authority).toSorted()).toEqual(['issuer', 'issuerKey', 'root']);
  });

  test('a device that installed it comes in at its names, and at no other', async () => {
    const names = hosts('vote.local');
    const authority = await makeAuthority(names, NOW);
    const { certificate, key } = await issueCertificate(authority, names, NOW);
    const chain = [certificate, authority.issuer];
    expect(await visit(authority.root, chain, key, 'vote.local')).toBe('in');
    expect(await visit(authority.root, chain, key, 'bank.example')).toMatch(/^ERR_TLS_CERT_ALTNAME_INVALID/);
    const other = await makeAuthority(names, NOW);
    expect(await visit(other.root, chain, key, 'vote.local')).toMatch(/UNABLE_TO|SELF_SIGNED|SIGNATURE/);
  });

  test.each([
    ['a name', ['vote.local'], ['bank.example']],
    ['an address', ['192.168.1.5'], ['192.168.1.6']],
    ['a name where it has only addresses', ['192.168.1.5'], ['bank.example']],
    ['an address where it has only names', ['vote.local'], ['192.168.1.5']],
    ['an address of version 6 where it has version 4', ['192.168.1.5'], ['fd00::5']],
  ])('whoever steals its key can vouch for no other: %s', async (_, allowed, stolen) => {
    const authority = await makeAuthority(hosts(...allowed), NOW);
    const { certificate, key } = await issueCertificate(authority, hosts(...stolen), NOW);
    expect(await visit(authority.root, [certificate, authority.issuer], key, stolen[0] ?? '')).toMatch(/(permitted|excluded) subtree violation/);
  });
});

describe('the command', () => {
  test('makes, renews and keeps the authority; a name beyond it is refused, a new authority is asked for', async () => {
    const dataDir = join(folder, 'renew');
    const config = await readConfig({ DATA_DIR: dataDir });
    expect(config).toMatchObject({ tls: null, httpPort: null, host: 'localhost', publicOrigins: ['http://localhost:3000'] });
    const certificates = new CertificateFolder(dataDir, config.masterKey);
    expect(await renewCertificate(certificates, [], false, NOW)).toEqual({ ok: false, why: 'no-names' });

    const first = await renewCertificate(certificates, hosts('vote.local', '192.168.1.5'), false, NOW);
    const second = await renewCertificate(certificates, [], false, NOW);
    if (!first.ok || !second.ok) throw new Error('made');
    expect([first.newAuthority, second.newAuthority]).toEqual([true, false]);
    expect(second.own.root.fingerprint256).toBe(first.own.root.fingerprint256);
    expect(second.own.server.serialNumber).not.toBe(first.own.server.serialNumber);
    expect(second.own.server.subjectAltName).toBe(first.own.server.subjectAltName);

    const beyond = await renewCertificate(certificates, hosts('other.local'), false, NOW);
    expect(beyond).toEqual({ ok: false, why: 'beyond', authorityOf: ['vote.local', '192.168.1.5'], beyond: ['other.local'] });
    const swapped = await renewCertificate(certificates, hosts('192.168.1.5'), false, NOW);
    expect(swapped.ok && swapped.own.server.subjectAltName).toBe('IP Address:192.168.1.5, DNS:vote.local');
    const anew = await renewCertificate(certificates, hosts('other.local'), true, NOW);
    expect(anew.ok && anew.newAuthority && anew.own.server.subjectAltName).toBe('DNS:other.local');
    const late = await renewCertificate(certificates, [], false, new Date(NOW.getTime() + 5 * 365 * DAY_MS));
    expect(late.ok && late.newAuthority).toBe(true);
  });

  test('its keys are sealed and for the owner alone; those before are gone', async () => {
    const dataDir = join(folder, 'renew', 'tls');
    const files = await readdir(dataDir);
    expect(files.filter((name) => name.endsWith('.key'))).toHaveLength(2);
    for (const name of files) {
      expect((await stat(join(dataDir, name))).mode & 0o077).toBe(0);
      expect((await readFile(join(dataDir, name))).includes('PRIVATE')).toBe(false);
    }
  });

  test('the start takes it up by itself: https, for other devices, at its first name', async () => {
    const dataDir = join(folder, 'start');
    const { masterKey } = await readConfig({ DATA_DIR: dataDir });
    await renewCertificate(new CertificateFolder(dataDir, masterKey), hosts('192.168.1.5', 'vote.local'), false, NOW);
    const config = await readConfig({ DATA_DIR: dataDir });
    expect(config).toMatchObject({ host: '0.0.0.0', httpPort: 3001, publicOrigins: ['https://192.168.1.5:3000', 'https://vote.local:3000'] });
    expect(config.tls?.names).toEqual(['192.168.1.5', 'vote.local']);
    expect(await readConfig({ DATA_DIR: dataDir, PORT: '443', HOST: 'localhost' })).toMatchObject({ host: 'localhost', httpPort: 80, publicOrigins: ['https://192.168.1.5', 'https://vote.local'] });
    expect(await readConfig({ DATA_DIR: dataDir, HTTP_PORT: '0', PUBLIC_ORIGIN: 'https://a.example' })).toMatchObject({ httpPort: null, publicOrigins: ['https://a.example'] });
    await expect(readConfig({ DATA_DIR: dataDir, MASTER_KEY: 'ab'.repeat(32) })).rejects.toThrow(/MASTER_KEY is another. `npm run certificate`/);
    await writeFile(join(dataDir, 'tls', 'certificates.pem'), 'cut off');
    await expect(readConfig({ DATA_DIR: dataDir })).rejects.toThrow(/damaged/);
  });
});

describe('the owner’s own files, each fault in a sentence', () => {
  async function files(cert: string | Uint8Array, key: string | Uint8Array) {
    const paths = { TLS_CERT: join(folder, 'given.pem'), TLS_KEY: join(folder, 'given.key') };
    await writeFile(paths.TLS_CERT, typeof cert === 'string' ? cert : pem(cert));
    await writeFile(paths.TLS_KEY, typeof key === 'string' ? key : keyPem(key));
    return readConfig({ DATA_DIR: join(folder, 'given'), ...paths });
  }
  const made = async (names: readonly HostName[], now: Date) => {
    const authority = await makeAuthority(names, now);
    return { ...(await issueCertificate(authority, names, now)), issuer: authority.issuer };
  };

  test('they are taken with all their names', async () => {
    const { certificate, key, issuer } = await made(hosts('vote.example', '10.0.0.1'), NOW);
    const config = await files(`${pem(certificate)}${pem(issuer)}`, key);
    expect(config.publicOrigins).toEqual(['https://vote.example:3000', 'https://10.0.0.1:3000']);
    expect(config.tls).toMatchObject({ authority: null, names: ['vote.example', '10.0.0.1'] });
  });

  test('unreadable, mismatched, in the wrong order, under a passphrase, too old, too young', async () => {
    const { certificate, key, issuer } = await made(hosts('vote.example'), NOW);
    const other = await made(hosts('vote.example'), NOW);
    const sealed = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' });
    await expect(files('no PEM', key)).rejects.toThrow(/^TLS_CERT: \S+given.pem holds no certificate in PEM form$/);
    await expect(files(certificate, 'no PEM')).rejects.toThrow(/^TLS_KEY: \S+given.key holds no private key/);
    await expect(files(certificate, String(sealed))).rejects.toThrow(/passphrase/);
    await expect(files(certificate, other.key)).rejects.toThrow(/^TLS_KEY: \S+ is not the key of the certificate/);
    await expect(files(`${pem(issuer)}${pem(certificate)}`, key)).rejects.toThrow(/^TLS_CERT: .*names no host/);
    const old = await made(hosts('vote.example'), new Date(NOW.getTime() - 400 * DAY_MS));
    await expect(files(old.certificate, old.key)).rejects.toThrow(/^TLS_CERT: \S+ expired on \d{4}-\d\d-\d\d$/);
    const young = await made(hosts('vote.example'), new Date(NOW.getTime() + 30 * DAY_MS));
    await expect(files(young.certificate, young.key)).rejects.toThrow(/valid only from .*clock of this machine/);
  });
});
