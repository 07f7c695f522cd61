/** Inserts many rows of one table in few statements. */
import type { EntityManager } from 'typeorm';

const CHUNK = 1000;

/** Column names with their PostgreSQL types, e.g. `{ id: 'uuid', value: 'bigint' }`. Written by us, never from input. */
export type Columns = Readonly<Record<string, string>>;

/** Inserts `rows`, in their order, by `insert … select from unnest(…)`. */
export async function insertMany<C extends Columns>(
  manager: EntityManager,
  table: string,
  columns: C,
  rows: readonly { readonly [K in keyof C]: unknown }[],
): Promise<void> {
  const names = Object.keys(columns);
  const statement = `insert into ${table} (${names.join(', ')}) select * from unnest(${names.map((name, at) => `$${at + 1}::${columns[name]}[]`).join(', ')})`;
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    await manager.query(
      statement,
      names.map((name) => chunk.map((row) => row[name])),
    );
  }
}
