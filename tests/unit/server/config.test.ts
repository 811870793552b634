import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vote-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a wrong setting is named', () => {
  test.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PUBLIC_ORIGIN: 'vote.example/path' }, 'PUBLIC_ORIGIN'],
    [{ PUBLIC_ORIGIN: 'https://a.example,nonsense' }, 'PUBLIC_ORIGIN'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ BOX_DATABASE_URL: 'x' }, 'BOX_DATABASE_URL'],
    [{ MASTER_KEY: 'abc' }, 'MASTER_KEY'],
    [{ JWT_SECRET: 'short' }, 'JWT_SECRET'],
    [{ REHEARSAL: 'yes' }, 'REHEARSAL'],
    [{ TLS_CERT: 'only-one.pem' }, 'TLS_CERT'],
    [{ TLS_CERT: 'absent.pem', TLS_KEY: 'absent.pem' }, 'TLS_CERT'],
  ])('%o', async (setting, name) => {
    await expect(readConfig({ DATA_DIR: folder, ...setting })).rejects.toThrow(name);
  });
});

test('secrets that are not given are made once, readable by the owner alone', async () => {
  const first = await readConfig({ DATA_DIR: folder });
  const second = await readConfig({ DATA_DIR: folder });
  expect(second.masterKey.equals(first.masterKey)).toBe(true);
  expect(second.jwtSecret).toBe(first.jwtSecret);
  expect(first.masterKey).toHaveLength(32);
  for (const name of ['master.key', 'jwt.secret', 'database.password']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, name), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('several public origins are read in order', async () => {
  const config = await readConfig({ DATA_DIR: folder, PUBLIC_ORIGIN: 'https://a.example,https://b.example:8443' });
  expect(config.publicOrigins).toEqual(['https://a.example', 'https://b.example:8443']);
});
