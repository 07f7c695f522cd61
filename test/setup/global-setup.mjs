/** Before all tests: one database server for the run, and on it a migrated database that tests clone. */
import { migrate } from '../../dist/src/platform/migrate.js';
import { onServer, openServer } from './server.mjs';

/** The role of a DATABASE_URL must be allowed to create databases. */
export default async function setUp() {
  const server = await openServer();
  globalThis.suppiloTestServer = server;
  const template = `${server.prefix}_template`;
  try {
    await onServer(server.url, `create database ${template}`);
    await migrate(Object.assign(new URL(server.url), { pathname: `/${template}` }).href);
    // A database that takes no connections can always be cloned: not even autovacuum is ever in it.
    await onServer(server.url, `alter database ${template} allow_connections false`);
  } catch (error) {
    await server.close();
    throw error;
  }
  Object.assign(process.env, { SUPPILO_TEST_SERVER: server.url, SUPPILO_TEST_TEMPLATE: template, SUPPILO_TEST_PREFIX: server.prefix });
}
