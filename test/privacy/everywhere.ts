/** Looks for words in every table of a database, whatever the column, and in every file of a folder. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestApp } from '../app.ts';

type Sql = TestApp['sql'];

/** Tables that hold one of the words, as `schema.table: word`. All schemas are searched, the queue's too. */
export async function tablesWith(sql: Sql, words: readonly string[]): Promise<string[]> {
  const tables = await sql<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  const each = tables.map(
    ({ schema, name }) => `select '${schema}.${name}: ' || w as found from unnest($1::text[], $2::text[]) as asked (w, hex)
      where exists (select from "${schema}"."${name}" t where strpos(lower(t::text), lower(w)) > 0 or strpos(t::text, hex) > 0)`,
  );
  const hex = words.map((word) => Buffer.from(word).toString('hex'));
  return (await sql<{ found: string }>(each.join(' union all '), [words, hex])).map(({ found }) => found);
}

/** Files under the folder that hold one of the words. */
export async function filesWith(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of await readdir(folder, { recursive: true })) {
    const file = join(folder, path);
    if (!(await stat(file)).isFile()) continue;
    const content = (await readFile(file)).toString('utf8').toLowerCase();
    found.push(...words.filter((word) => content.includes(word.toLowerCase())).map((word) => `${path}: ${word}`));
  }
  return found;
}
