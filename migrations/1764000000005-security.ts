/** Who may touch what in the database: row-level security by region, grants of the application's role, and the audit of every change. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that may be inserted and read but never changed. */
const HISTORY = ['basis', 'touch', 'stage_change', 'owner_change', 'outcome', 'follow_up_answer', 'void'];
/** Rows whose values are about a person: the audit names their columns only. */
const PERSONAL = ['person', 'note', 'attendee'];
const WORK = [
  'counter',
  'region_municipality',
  'partner',
  'partner_member',
  'channel',
  'programme',
  'programme_partner',
  'work_package',
  'contact_person',
  'absence',
  'organisation',
  'activity',
  'activity_contact',
  'activity_organisation',
  'metric_period',
  'snapshot',
  'attendance',
  'pipeline',
  'stage',
  'lost_reason',
  'heard_from_option',
  'lead',
  'follow_up',
];
const UNAUDITED = ['counter', 'idempotency_key'];

export class Security1764000000005 implements MigrationInterface {
  readonly name = 'Security1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table audit (
  region_id uuid not null references region on delete cascade,
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id uuid,
  action text not null,                   -- insert, update, delete, read
  table_name text not null,
  row_key jsonb not null,
  before jsonb,
  after jsonb,
  columns text[],                         -- of personal rows: which columns, never what
  primary key (region_id, id));
create index audit_time on audit (region_id, at);

create function audit_change() returns trigger language plpgsql security definer set search_path = public as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  whole jsonb := coalesce(new_row, old_row);
  changed text[];
begin
  if tg_op = 'UPDATE' then
    select array_agg(key) into changed from jsonb_each(new_row) n where n.value is distinct from old_row -> n.key;
    if changed is null then return null; end if;
  end if;
  insert into audit (region_id, actor_id, action, table_name, row_key, before, after, columns) values (
    coalesce(whole ->> 'region_id', whole ->> 'id')::uuid,   -- of the region itself its id
    nullif(current_setting('app.actor', true), '')::uuid,
    lower(tg_op), tg_table_name,
    (select jsonb_object_agg(key, value) from jsonb_each(whole) where key = any (string_to_array(tg_argv[1], ','))),
    case when tg_argv[0] = 'values' and tg_op = 'UPDATE' then (select jsonb_object_agg(key, old_row -> key) from unnest(changed) key)
         when tg_argv[0] = 'values' then old_row end,
    case when tg_argv[0] = 'values' and tg_op = 'UPDATE' then (select jsonb_object_agg(key, new_row -> key) from unnest(changed) key)
         when tg_argv[0] = 'values' then new_row end,
    case when tg_argv[0] = 'columns' then coalesce(changed, array(select jsonb_object_keys(jsonb_strip_nulls(whole)))) end);
  return null;
end $$;

grant usage on schema public to suppilo_app;
grant select, insert, update on region, app_user, member to suppilo_app;
grant select, insert, update, delete on session, api_token, demo_loading, sign_in_failure to suppilo_app;
grant select on municipality, journey, path to suppilo_app;
grant select, insert on audit to suppilo_app;
grant execute on function rebuild_projections to suppilo_app;
`);
    for (const table of [...HISTORY, ...PERSONAL, ...WORK, 'idempotency_key', 'journey', 'path', 'audit']) await this.secure(runner, table);
    for (const table of HISTORY) await runner.query(`grant select, insert on ${table} to suppilo_app`);
    for (const table of [...PERSONAL, ...WORK, 'idempotency_key'])
      await runner.query(`grant select, insert, update, delete on ${table} to suppilo_app`);
    for (const table of [...HISTORY, ...PERSONAL, ...WORK].filter((name) => !UNAUDITED.includes(name))) {
      await this.audit(runner, table, PERSONAL.includes(table) ? 'columns' : 'values');
    }
    // Global tables that say who may what in a region, and how long it keeps what.
    await this.audit(runner, 'member', 'values');
    await runner.query("create trigger region_audit after update on region for each row execute function audit_change('values', 'id')");
    await runner.query(`
-- Takes the demo away whole. Nothing else may be removed so.
create function remove_demo_region(p_region uuid) returns void language plpgsql security definer set search_path = public as $$
declare
  name text;
begin
  if not exists (select from region where id = p_region and demo) then raise exception 'not a demo region'; end if;
  foreach name in array array['void', 'follow_up_answer', 'follow_up', 'note', 'owner_change', 'stage_change', 'touch', 'basis', 'outcome',
    'attendee', 'path', 'journey', 'lead', 'person', 'attendance', 'snapshot', 'metric_period', 'activity_organisation', 'activity_contact',
    'activity', 'absence', 'contact_person', 'organisation', 'work_package', 'programme_partner', 'programme', 'partner_member', 'partner',
    'member', 'stage', 'pipeline', 'channel', 'lost_reason', 'heard_from_option', 'region_municipality'] loop
    if name = 'activity' then delete from activity where region_id = p_region and parent_id is not null; end if;
    if name in ('lead', 'person') then execute format('update %I set merged_into = null where region_id = $1 and merged_into is not null', name) using p_region; end if;
    execute format('delete from %I where region_id = $1', name) using p_region;
  end loop;
  delete from audit where region_id = p_region;
  delete from region where id = p_region;
  delete from app_user u where not exists (select from member m where m.user_id = u.id);
end $$;
revoke all on function remove_demo_region from public;
grant execute on function remove_demo_region to suppilo_app;

-- Tells the planner of many new rows at once: without it, statements go by what the tables were before.
create function note_many_new_rows() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze activity, activity_contact, contact_person, person, lead, touch, stage_change, owner_change, basis, note, outcome, follow_up, journey, path;
end $$;
revoke all on function note_many_new_rows from public;
grant execute on function note_many_new_rows to suppilo_app;
`);
  }

  /** A row belongs to the region of the transaction; without one there are no rows. */
  private async secure(runner: QueryRunner, table: string): Promise<void> {
    await runner.query(`
alter table ${table} enable row level security;
create policy ${table}_region on ${table} to suppilo_app
  using (region_id = (select nullif(current_setting('app.region_id', true), '')::uuid))
  with check (region_id = (select nullif(current_setting('app.region_id', true), '')::uuid));`);
  }

  private async audit(runner: QueryRunner, table: string, what: 'values' | 'columns'): Promise<void> {
    const key: { column: string }[] = await runner.query(
      `select a.attname as column from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indrelid = $1::regclass and i.indisprimary and a.attname <> 'region_id'`,
      [table],
    );
    await runner.query(
      `create trigger ${table}_audit after insert or update or delete on ${table} for each row
       execute function audit_change('${what}', '${key.map(({ column }) => column).join(',')}')`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations run forward only');
  }
}
