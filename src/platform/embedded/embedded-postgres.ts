/** Runs a PostgreSQL of our own in a data folder, for whoever has no database server: real PostgreSQL, from the npm package's binaries. */
import { accessSync, constants, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { clusterSecrets, databaseName, ensureCluster } from './cluster.ts';
import { clusterHome, makeReachable } from './cluster-home.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { startGuard } from './guard.ts';
import { endLeftover } from './leftover.ts';
import { Postmaster } from './postmaster.ts';

/** A running database. */
export interface EmbeddedPostgres {
  /** Of the database `suppilo`, as its owner, with the password. */
  readonly url: string;
  /** True when this start made the database. */
  readonly fresh: boolean;
  /** Tells a second start on the same folder where this one answers. */
  announce(address: string): void;
  /** Stops PostgreSQL in order and gives the data folder free; may be called again. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where everything is kept; made when missing. Only one Suppilo at a time can use it. */
  readonly dataDir: string;
  /** Gets lines for a person who wonders what takes time; silent by default. */
  readonly log?: (line: string) => void;
  /** For tests: fast and not durable; the folder is deleted when this process dies without stopping it. */
  readonly ephemeral?: boolean;
}

/**
 * Starts the database of a data folder; makes it the first time.
 *
 * The order is what keeps data safe: first the folder's lock, so that no other live Suppilo is there; then a PostgreSQL that an
 * earlier, killed Suppilo left is ended; only then one is started, watched by a guard that ends it when this process dies.
 * @throws DataFolderInUse when a live process uses the folder
 * @throws Error with one clear reason when PostgreSQL can't be run here
 */
export async function startEmbeddedPostgres({
  dataDir,
  log = () => {},
  ephemeral = false,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32')
    throw new Error('The embedded PostgreSQL runs on Linux and macOS. On Windows set DATABASE_URL, or use WSL.');
  const folder = usableFolder(dataDir);
  const lock = await lockDataFolder(folder);
  try {
    const home = clusterHome(folder, log);
    const binaries = findBinaries(home.user, log);
    const secrets = clusterSecrets(home);
    await endLeftover(folder, home.cluster, secrets.mark, log);
    ensureCluster(home, binaries, secrets, ephemeral);

    const guard = startGuard(home.cluster, ephemeral ? home.home : '');
    const postmaster = new Postmaster({ home, binaries, secrets, guard, ephemeral, log });
    const stop = once(async () => {
      await postmaster.stop();
      guard.release();
      await lock.release();
    });
    try {
      await postmaster.start();
      const fresh = await ensureDatabase(postmaster.urlOf('postgres'));
      return { url: postmaster.urlOf(databaseName), fresh, announce: (address) => lock.announce(address), stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function usableFolder(dataDir: string): string {
  try {
    makeReachable(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The data folder ${resolve(dataDir)} can't be written (${code}): it belongs to another user or is read-only. Set DATA_DIR to a folder of your own.`,
    );
  }
}

/** Makes the database when it is missing; true when it was. */
async function ensureDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount) return false;
    await client.query(`create database ${databaseName}`);
    return true;
  } finally {
    await client.end();
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
