/** The embedded database keeps what was written, whatever kills the application, and lets nobody else near its folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { DataFolderInUse } from '../src/platform/embedded/data-folder-lock.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded/embedded-postgres.ts';

/** An application in a process of its own, to be killed. */
interface Application {
  readonly process: ChildProcess;
  readonly said: { url: string; fresh: boolean; error?: string; message?: string };
}

// Starting and recovering a database takes a second, or many on a busy machine.
jest.setTimeout(90_000);

describe('the embedded database', () => {
  let folder: string;
  let dataDir: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'suppilo-embedded-'));
    if (process.getuid?.() === 0) chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has what was written before the application was killed, and refuses a second application meanwhile', async () => {
    const first = await application(dataDir);
    expect(first.said.fresh).toBe(true);
    await query(first.said.url, 'create table note (text text)');
    await query(first.said.url, "insert into note values ('kept')");

    const second = await application(dataDir);
    expect(second.said.error).toBe('DataFolderInUse');
    expect(second.said.message).toContain(`process ${first.process.pid}`);
    expect(await query(first.said.url, 'select text from note')).toEqual([{ text: 'kept' }]);

    await kill(first.process);
    const third = await startEmbeddedPostgres({ dataDir });
    try {
      expect(third.fresh).toBe(false);
      expect(await query(third.url, 'select text from note')).toEqual([{ text: 'kept' }]);
      await expect(startEmbeddedPostgres({ dataDir })).rejects.toBeInstanceOf(DataFolderInUse);
    } finally {
      await third.stop();
    }
  });

  it('ends PostgreSQL when the application is killed', async () => {
    const { process: app, said } = await application(dataDir);
    await kill(app);
    await expect(refused(said.url)).resolves.toBe(true);
  });

  it('is started again on the same address when PostgreSQL itself is killed', async () => {
    const database = await startEmbeddedPostgres({ dataDir });
    try {
      process.kill(postmaster(dataDir), 'SIGKILL');
      await refused(database.url);
      expect(await queryPatiently(database.url, 'select text from note')).toEqual([{ text: 'kept' }]);
    } finally {
      await database.stop();
    }
  });

  it('lets nobody in without its password, which only the owner of the folder can read', async () => {
    const database = await startEmbeddedPostgres({ dataDir });
    try {
      const guess = new URL(database.url);
      guess.password = 'guess';
      await expect(query(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/);
      expect(statSync(join(dataDir, 'cluster.json')).mode & 0o077).toBe(0);
      expect(statSync(join(dataDir, 'cluster')).mode & 0o077).toBe(0);
    } finally {
      await database.stop();
    }
  });

  it('sorts and folds letters as Finnish does', async () => {
    const database = await startEmbeddedPostgres({ dataDir });
    try {
      const sorted = await query(
        database.url,
        "select string_agg(n, ' ' order by n) as names from unnest(array['Öhman', 'Zidan', 'Äijälä', 'Aalto', 'Åberg']) n",
      );
      expect(sorted).toEqual([{ names: 'Aalto Zidan Åberg Äijälä Öhman' }]);
      expect(await query(database.url, "select upper('hämeenkyrö') as name")).toEqual([{ name: 'HÄMEENKYRÖ' }]);
    } finally {
      await database.stop();
    }
  });
});

async function application(dataDir: string): Promise<Application> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'setup', 'embedded-process.mjs'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { process: child, said: JSON.parse(line) as Application['said'] };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const postmaster = (dataDir: string): number => Number.parseInt(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10);

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** True once the server takes no connection any more. */
async function refused(url: string): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await query(url, 'select 1');
    } catch {
      return true;
    }
    await sleep(25);
  }
  return false;
}

async function queryPatiently(url: string, statement: string): Promise<unknown[]> {
  for (let tries = 0; tries < 600; tries++) {
    try {
      return await query(url, statement);
    } catch {
      await sleep(50);
    }
  }
  return query(url, statement);
}
