/** What every table of a region gets when it is made: row-level security, the application's grants, and its audit. */
import type { QueryRunner } from 'typeorm';

export interface RegionTable {
  /** What the application may do with its rows. History is `select, insert`. */
  readonly grant: 'select' | 'select, insert' | 'select, insert, update' | 'select, insert, update, delete';
  /** Whether the audit keeps the values of its rows, the names of their columns only (rows about a person), or nothing. */
  readonly audit: 'values' | 'columns' | 'nothing';
}

/** A row belongs to the region of the transaction; without one there are no rows. */
export async function secureRegionTable(runner: QueryRunner, table: string, { grant, audit }: RegionTable): Promise<void> {
  await runner.query(`
alter table ${table} enable row level security;
create policy ${table}_region on ${table} to suppilo_app
  using (region_id = (select nullif(current_setting('app.region_id', true), '')::uuid))
  with check (region_id = (select nullif(current_setting('app.region_id', true), '')::uuid));
grant ${grant} on ${table} to suppilo_app;`);
  if (audit === 'nothing') return;
  const key: { column: string }[] = await runner.query(
    `select a.attname as column from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary and a.attname <> 'region_id'`,
    [table],
  );
  await runner.query(
    `create trigger ${table}_audit after insert or update or delete on ${table} for each row
     execute function audit_change('${audit}', '${key.map(({ column }) => column).join(',')}')`,
  );
}
