import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * The SQL that leads from one Prisma schema to another, or from the tables of a database to a schema.
 * Prisma's downloaded engine is not needed; a reachable database is, though it is not changed.
 *
 * @param from text of the older schema.prisma, `null` for none, or `'database'` for what stands there
 * @returns SQL; a script without statements when nothing differs
 */
export async function schemaDifference(databaseUrl: string, from: string | null, to: string): Promise<string> {
  await loadEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }));
  const container = (content: string) => ({ files: [{ path: 'schema.prisma', content }] });
  const tool = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', to]] }, () => undefined, factory);
  const answer = await tool.diff({
    from:
      from === null
        ? { tag: 'empty' }
        : from === 'database'
          ? { tag: 'schemaDatasource', ...container(to), configDir: '.' }
          : { tag: 'schemaDatamodel', ...container(from) },
    to: { tag: 'schemaDatamodel', ...container(to) },
    script: true,
    exitCode: true,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  });
  return answer.stdout ?? '';
}

async function loadEngine(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = await WebAssembly.compile(await readFile(join(folder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (isStart(start)) start();
}

function isStart(value: unknown): value is () => void {
  return typeof value === 'function';
}
