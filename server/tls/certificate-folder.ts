import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyFolder } from '../key-folder.ts';

const FILE = 'certificates.pem';

/** The installation's own certificates, each in PEM: of the server, of its issuer, and of the authority that devices install. */
export type OwnCertificates = { readonly server: X509Certificate; readonly issuer: X509Certificate; readonly root: X509Certificate };

/**
 * The installation's own authority and server certificate: DATA_DIR/tls with one file of certificates, replaced as
 * a whole, and the private keys under MASTER_KEY, mode 600.
 */
export class CertificateFolder {
  readonly #folder: string;
  readonly #keys: KeyFolder;

  /** @param masterKey 32 bytes */
  constructor(dataDir: string, masterKey: Buffer) {
    this.#folder = join(dataDir, 'tls');
    this.#keys = new KeyFolder(this.#folder, masterKey);
  }

  /** Whether certificates were ever made here. */
  exists(): boolean {
    return existsSync(join(this.#folder, FILE));
  }

  /** Null where there are none, or where the file is damaged. */
  async read(): Promise<OwnCertificates | null> {
    const text = await readFile(join(this.#folder, FILE), 'utf8').catch(() => '');
    const [server, issuer, root] = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    return server === undefined || issuer === undefined || root === undefined
      ? null
      : { server: new X509Certificate(server), issuer: new X509Certificate(issuer), root: new X509Certificate(root) };
  }

  /** PKCS #8 in DER of the server's key; null where it is not there. Throws where MASTER_KEY is another. */
  serverKey({ server }: OwnCertificates): Promise<Buffer | null> {
    return this.#keys.read(keyName('server', server));
  }

  /** PKCS #8 in DER of the key with which the authority's issuer signs; null where it is not there. */
  issuerKey({ issuer }: OwnCertificates): Promise<Buffer | null> {
    return this.#keys.read(keyName('issuer', issuer));
  }

  /**
   * Puts new certificates in place of those before, whose keys are destroyed. Keys first, the file that names them last
   * and in one piece: a power cut leaves the old or the new, never half.
   */
  async replace(before: OwnCertificates | null, own: OwnCertificates, keys: { readonly server: Uint8Array; readonly issuer: Uint8Array }): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    await this.#keys.write(keyName('server', own.server), keys.server);
    await this.#keys.write(keyName('issuer', own.issuer), keys.issuer);
    const part = join(this.#folder, `${FILE}.part`);
    const file = await open(part, 'w', 0o600);
    await file.writeFile([own.server, own.issuer, own.root].map(String).join('\n'));
    await file.sync();
    await file.close();
    await rename(part, join(this.#folder, FILE));
    if (before === null) return;
    await this.#keys.destroy(keyName('server', before.server));
    if (before.issuer.serialNumber !== own.issuer.serialNumber) await this.#keys.destroy(keyName('issuer', before.issuer));
  }
}

function keyName(of: 'server' | 'issuer', { serialNumber }: X509Certificate): string {
  return `${of}-${serialNumber.toLowerCase()}`;
}
