/** Brings a database up to date, as its owner: the application's role, the migrations, the official municipalities. */
import { DataSource } from 'typeorm';
import { Regions1764000000001 } from '../../migrations/1764000000001-regions.ts';
import { Activities1764000000002 } from '../../migrations/1764000000002-activities.ts';
import { Leads1764000000003 } from '../../migrations/1764000000003-leads.ts';
import { Projections1764000000004 } from '../../migrations/1764000000004-projections.ts';
import { Security1764000000005 } from '../../migrations/1764000000005-security.ts';
import { Figures1764000000006 } from '../../migrations/1764000000006-figures.ts';
import { Visibility1764000000007 } from '../../migrations/1764000000007-visibility.ts';
import { Links1764000000008 } from '../../migrations/1764000000008-links.ts';
import { Mail1764000000009 } from '../../migrations/1764000000009-mail.ts';
import { Forms1764000000010 } from '../../migrations/1764000000010-forms.ts';
import { Inbox1764000000011 } from '../../migrations/1764000000011-inbox.ts';
import { Merging1764000000012 } from '../../migrations/1764000000012-merging.ts';
import { Privacy1764000000013 } from '../../migrations/1764000000013-privacy.ts';
import { Presence1764000000014 } from '../../migrations/1764000000014-presence.ts';
import { Messages1764000000015 } from '../../migrations/1764000000015-messages.ts';
import { Colour1764000000016 } from '../../migrations/1764000000016-colour.ts';
import { RecordAuthor1764000000023 } from '../../migrations/1764000000023-record-author.ts';
import { FormByLanguage1764000000024 } from '../../migrations/1764000000024-form-by-language.ts';
import { APP_ROLE } from './database.ts';
import { MUNICIPALITIES } from './municipality.schema.ts';

/** One lock for roles (they belong to the cluster, whose databases may be made side by side) and one for this database. */
const LOCK_ROLES = 7_461_001;
const LOCK_MIGRATIONS = 7_461_002;

const MIGRATIONS = [
  Regions1764000000001,
  Activities1764000000002,
  Leads1764000000003,
  Projections1764000000004,
  Security1764000000005,
  Figures1764000000006,
  Visibility1764000000007,
  Links1764000000008,
  Mail1764000000009,
  Forms1764000000010,
  Inbox1764000000011,
  Merging1764000000012,
  Privacy1764000000013,
  Presence1764000000014,
  Messages1764000000015,
  Colour1764000000016,
  RecordAuthor1764000000023,
  FormByLanguage1764000000024,
];

/** Runs what is missing on the database at `ownerUrl`; safe to run from several processes at once. */
export async function migrate(ownerUrl: string): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'suppilo migrations',
    poolSize: 2,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    installExtensions: false,
  });
  await owner.initialize();
  try {
    const lock = owner.createQueryRunner();
    try {
      await lock.query('select pg_advisory_lock($1)', [LOCK_MIGRATIONS]);
      await makeRole(owner);
      await owner.runMigrations({ transaction: 'each' });
      await owner.query(
        `insert into municipality (code, name_fi, name_sv) select * from unnest($1::text[], $2::text[], $3::text[])
         on conflict (code) do update set name_fi = excluded.name_fi, name_sv = excluded.name_sv`,
        [MUNICIPALITIES.map(({ code }) => code), MUNICIPALITIES.map(({ fi }) => fi), MUNICIPALITIES.map(({ sv }) => sv)],
      );
    } finally {
      await lock.query('select pg_advisory_unlock($1)', [LOCK_MIGRATIONS]);
      await lock.release();
    }
  } finally {
    await owner.destroy();
  }
}

/** Makes the application's role where it is missing and lets the login role act as it. */
async function makeRole(owner: DataSource): Promise<void> {
  await owner.transaction(async (manager) => {
    await manager.query('select pg_advisory_xact_lock($1)', [LOCK_ROLES]);
    const [role] = await manager.query('select from pg_roles where rolname = $1', [APP_ROLE]);
    if (!role) await manager.query(`create role ${APP_ROLE} nologin noinherit`);
    const [member] = await manager.query("select pg_has_role(current_user, $1, 'member') as granted", [APP_ROLE]);
    if (!member?.granted) await manager.query(`grant ${APP_ROLE} to current_user`);
  });
}
