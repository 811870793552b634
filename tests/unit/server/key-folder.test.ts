import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeyFolder } from '#server/key-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vote-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a key comes back in another process with the same master key, and with no other', async () => {
  const master = randomBytes(32);
  const key = randomBytes(100);
  await new KeyFolder(folder, master).write('stamp-x', key);
  expect(await new KeyFolder(folder, master).read('stamp-x')).toEqual(key);
  await expect(new KeyFolder(folder, randomBytes(32)).read('stamp-x')).rejects.toThrow();
});

test('the file is private, and does not hold the key in clear', async () => {
  const key = randomBytes(32);
  await new KeyFolder(folder, randomBytes(32)).write('capsule-x', key);
  const [file] = await readdir(folder);
  const path = join(folder, file ?? '');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readFile(path)).includes(key)).toBe(false);
});

test('one key file cannot stand in for another', async () => {
  const master = randomBytes(32);
  await new KeyFolder(folder, master).write('stamp-a', randomBytes(32));
  await rename(join(folder, 'stamp-a.key'), join(folder, 'stamp-b.key'));
  await expect(new KeyFolder(folder, master).read('stamp-b')).rejects.toThrow();
});

test('a destroyed key is gone from the disk and from memory', async () => {
  const keys = new KeyFolder(folder, randomBytes(32));
  await keys.write('stamp-a', randomBytes(32));
  await keys.destroy('stamp-a');
  expect(await keys.read('stamp-a')).toBeNull();
  expect(await readdir(folder)).toEqual([]);
  await keys.destroy('stamp-a');
});

test('a key that is read while it is being destroyed does not come back', async () => {
  const master = randomBytes(32);
  for (let round = 0; round < 50; round += 1) {
    const name = `capsule-${String(round)}`;
    await new KeyFolder(folder, master).write(name, randomBytes(32));
    const keys = new KeyFolder(folder, master);
    await Promise.all([keys.read(name), keys.destroy(name), keys.read(name)]);
    expect(await keys.read(name)).toBeNull();
  }
});
