import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** How long a copy stays in memory: another API process may destroy a key at any moment, and says so by no message. */
const KEPT_MS = 5_000;

/**
 * Keys that must not lie in the database: the server's sign key, and for each round the stamp key and
 * the capsule key. One file each, mode 600, AES-256-GCM under MASTER_KEY with the name as additional
 * data, so that one file cannot stand in for another.
 */
export class KeyFolder {
  readonly #folder: string;
  readonly #masterKey: Buffer;
  readonly #cache = new Map<string, Buffer>();

  /** @param masterKey 32 bytes */
  constructor(folder: string, masterKey: Buffer) {
    this.#folder = folder;
    this.#masterKey = masterKey;
  }

  /** Writes a new key and returns when it is on the disk. A key that exists is never replaced: false. */
  async write(name: string, key: Uint8Array): Promise<boolean> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#masterKey, iv).setAAD(Buffer.from(name));
    const sealed = Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    const part = this.#file(`${name}.${randomBytes(6).toString('hex')}`);
    const file = await open(part, 'wx', 0o600);
    await file.writeFile(sealed);
    await file.sync();
    await file.close();
    try {
      // A link fails where the name is taken, also by another process in this moment.
      await link(part, this.#file(name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(part, { force: true });
    }
    this.#keep(name, key);
    return true;
  }

  /** The key, or null where there is none (never made, or destroyed). */
  async read(name: string): Promise<Buffer | null> {
    const cached = this.#cache.get(name);
    if (cached !== undefined) return Buffer.from(cached);
    const sealed = await readFile(this.#file(name)).catch(() => null);
    if (sealed === null) return null;
    const key = this.#unseal(name, sealed);
    // Destroyed while it was being read: its name is gone by now, and no copy may stay in memory.
    if (!existsSync(this.#file(name))) return null;
    if (key === null) throw new Error(`The key file ${name} is damaged, or MASTER_KEY is another.`);
    this.#keep(name, key);
    return key;
  }

  #keep(name: string, key: Uint8Array): void {
    this.forget(name);
    this.#cache.set(name, Buffer.from(key));
    setTimeout(() => this.forget(name), KEPT_MS).unref();
  }

  #unseal(name: string, sealed: Buffer): Buffer | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#masterKey, sealed.subarray(0, 12))
        .setAAD(Buffer.from(name))
        .setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** Removes a key and overwrites it; nothing happens where there is none. */
  async destroy(name: string): Promise<void> {
    const file = await open(this.#file(name), 'r+').catch(() => null);
    // The name first: nobody finds a half overwritten key.
    await rm(this.#file(name), { force: true });
    // Not before the name is gone: a read on its way would put its copy back.
    this.forget(name);
    if (file === null) return;
    const { size } = await file.stat();
    await file.write(randomBytes(size), 0, size, 0);
    await file.sync();
    await file.close();
  }

  /** Drops the copies in memory: another API process may have destroyed a key when a round moved on. */
  forgetAll(): void {
    for (const name of [...this.#cache.keys()]) this.forget(name);
  }

  /** Drops the copy in memory of one key. */
  forget(name: string): void {
    this.#cache.get(name)?.fill(0);
    this.#cache.delete(name);
  }

  /** Every key there is, by name. */
  async names(): Promise<readonly string[]> {
    const files = await readdir(this.#folder).catch(() => []);
    return files.filter((file) => file.endsWith('.key')).map((file) => file.slice(0, -'.key'.length)).toSorted();
  }

  /**
   * Writes another set of keys beside this one: `take` puts it in place of this one, whose files are overwritten;
   * `drop` leaves everything as it is.
   */
  async prepareReplacement(keys: ReadonlyMap<string, Uint8Array>): Promise<{ take(): Promise<void>; drop(): Promise<void> }> {
    const beside = new KeyFolder(`${this.#folder}.${randomBytes(6).toString('hex')}`, this.#masterKey);
    await mkdir(beside.#folder, { recursive: true, mode: 0o700 });
    for (const [name, key] of keys) await beside.write(name, key);
    return {
      take: async () => {
        const old = new KeyFolder(`${beside.#folder}.old`, this.#masterKey);
        await mkdir(this.#folder, { recursive: true, mode: 0o700 });
        await rename(this.#folder, old.#folder);
        await rename(beside.#folder, this.#folder);
        this.forgetAll();
        for (const name of await old.names()) await old.destroy(name);
        await rm(old.#folder, { recursive: true, force: true });
      },
      drop: async () => {
        for (const name of await beside.names()) await beside.destroy(name);
        await rm(beside.#folder, { recursive: true, force: true });
      },
    };
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.key`);
  }
}
