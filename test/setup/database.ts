/** Databases for tests: each a clone of the migrated template, made in a moment and dropped when no longer wanted. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface TestDatabase {
  /** As the owner, who runs migrations; the application steps down to its own role. */
  readonly url: string;
  /** Also ends the connections that are still open. */
  drop(): Promise<void>;
}

/** Clones the migrated, otherwise empty database of this run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { SUPPILO_TEST_SERVER: server, SUPPILO_TEST_TEMPLATE: template, SUPPILO_TEST_PREFIX: prefix } = process.env;
  if (!server || !template || !prefix) throw new Error("Jest's global setup has not run: start tests with npm test.");
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await clone(server, name, template);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

/** Two clones of one template at the same instant may refuse each other for a moment. */
async function clone(server: string, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await onServer(server, `create database ${name} template ${template}`);
    } catch (error) {
      const isBusy = error instanceof pg.DatabaseError && error.code === '55006';
      if (!isBusy || attempt === 20) throw error;
      await sleep(100);
    }
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
