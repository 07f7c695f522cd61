/** Makes a PostgreSQL cluster once, with its password, and holds the settings it is started with. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { ClusterHome } from './cluster-home.ts';
import { cleanEnvironment, type RunAs } from './system-user.ts';

/** The cluster's superuser and owner of the database. */
export const ownerRole = 'suppilo_owner';
/** The database. */
export const databaseName = 'suppilo';

/** What only this data folder knows. */
export interface ClusterSecrets {
  readonly password: string;
  /** Stands in the command line of every postmaster that Suppilo starts here, and so proves that one is ours. */
  readonly mark: string;
}

/**
 * Reads the secrets of a home, or makes them with a new cluster; the file is readable by its owner only.
 * @throws Error when there is a cluster but no secrets
 */
export function clusterSecrets({ home, cluster }: ClusterHome): ClusterSecrets {
  const file = join(home, 'cluster.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ClusterSecrets;
  if (existsSync(cluster)) throw new Error(`The file ${file} with the database's password is missing: restore it from a backup.`);
  const secrets = { password: randomBytes(24).toString('base64url'), mark: `suppilo-${randomBytes(8).toString('hex')}` };
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets)}\n`, { mode: 0o600, flush: true });
  renameDurably(`${file}.new`, file);
  return secrets;
}

/**
 * Makes the cluster when there is none: UTF-8, Finnish collation by ICU (å, ä, ö at the end), checksums on, password for every
 * connection. It is made aside and renamed, so that a start that was interrupted leaves nothing that looks like a cluster.
 * @throws Error with initdb's words
 */
export function ensureCluster(home: ClusterHome, { initdb }: Binaries, { password }: ClusterSecrets, ephemeral: boolean): void {
  if (existsSync(home.cluster)) return;
  const unfinished = `${home.cluster}.new`;
  const passwordFile = join(home.home, 'password.new');
  const common = ['-D', unfinished, '-U', ownerRole, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--no-instructions'];
  const durability = ephemeral ? ['--no-sync', '--no-data-checksums'] : [];
  const locales = [
    ['--locale-provider=icu', '--icu-locale=fi', '--locale=C'],
    ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ];
  let words = '';
  try {
    rmSync(passwordFile, { force: true });
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    giveTo(home.user, passwordFile);
    for (const locale of locales) {
      rmSync(unfinished, { recursive: true, force: true });
      mkdirSync(unfinished, { mode: 0o700 });
      giveTo(home.user, unfinished);
      const { status, stderr, error } = spawnSync(initdb, [...common, ...durability, ...locale], {
        ...home.user,
        cwd: '/',
        env: cleanEnvironment,
        encoding: 'utf8',
      });
      if (status === 0) {
        renameDurably(unfinished, home.cluster);
        return;
      }
      words = error?.message ?? stderr.trim();
    }
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
  throw new Error(`The database could not be made in ${home.home}: ${words}`);
}

/** A rename that also survives a power cut. */
function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  const folder = openSync(dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function giveTo({ uid, gid }: RunAs, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/**
 * The settings of a start, as arguments of `postgres`. Only 127.0.0.1 and no socket file; sized for a small machine; the log holds
 * no statement and no value, since those are personal data.
 */
export function startArguments({ cluster }: ClusterHome, { mark }: ClusterSecrets, port: number, ephemeral: boolean): string[] {
  const settings: Record<string, string | number> = {
    cluster_name: mark,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: ephemeral ? 200 : 100,
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: 1.1,
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_line_prefix: '%m [%p] ',
    ...(ephemeral ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: 0 } : {}),
  };
  return ['-D', cluster, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
