import type { Sql } from 'postgres';
import type { Config } from './config.ts';
import type { Database } from './db/client.ts';
import type { KeyFolder } from './key-folder.ts';

/** What every feature may use; made once in main.ts, and by the tests. */
export type Deps = {
  readonly config: Config;
  readonly db: Database;
  /** postgres.js on the box database; search_path is the schema `box`. */
  readonly boxSql: Sql;
  readonly keys: KeyFolder;
};
