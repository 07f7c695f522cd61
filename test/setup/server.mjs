/** The database server of a test run: the one of DATABASE_URL, else an ephemeral one of our own. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/src/platform/embedded/embedded-postgres.js';

/**
 * Opens the server. Every database of the run begins with its `prefix`, so that runs side by side on one server never meet.
 * `close` leaves nothing of the run behind.
 */
export async function openServer() {
  const prefix = `suppilo_test_${randomBytes(4).toString('hex')}`;
  const url = process.env.DATABASE_URL;
  return url ? { url, prefix, close: () => dropDatabases(url, prefix) } : { prefix, ...(await ephemeralServer()) };
}

/** In a temporary folder that its PostgreSQL, which may run as another user, can enter. */
async function ephemeralServer() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'suppilo-test-'));
  if (process.getuid?.() === 0) chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, ephemeral: true });
    return { url, close: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

async function dropDatabases(url, prefix) {
  const { rows } = await onServer(url, `select datname from pg_database where starts_with(datname, '${prefix}')`);
  for (const { datname } of rows) await onServer(url, `drop database if exists ${datname} with (force)`);
}

/** Runs a statement on the server, in the database that its address names. */
export async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
