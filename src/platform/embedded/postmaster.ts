/** Starts PostgreSQL, keeps it running while the application lives, and stops it in order. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { ownerRole, startArguments, type ClusterSecrets } from './cluster.ts';
import type { ClusterHome } from './cluster-home.ts';
import type { Guard } from './guard.ts';
import { cleanEnvironment } from './system-user.ts';

const largestLog = 10 * 1024 * 1024;
/** Reasons not to start that pass by themselves: a port taken meanwhile, the last processes of a postmaster that was killed. */
const passing = /Address already in use|pre-existing shared memory|lock file .* already exists/;

export interface PostmasterOptions {
  readonly home: ClusterHome;
  readonly binaries: Binaries;
  readonly secrets: ClusterSecrets;
  readonly guard: Guard;
  readonly ephemeral: boolean;
  readonly log: (line: string) => void;
}

/** One running PostgreSQL. When it dies while wanted, it is started again on the same port. */
export class Postmaster {
  private process: ChildProcess | null = null;
  private port = 0;
  private stopping = false;
  private restartDelay = 500;

  constructor(private readonly options: PostmasterOptions) {}

  /** The address of a database of this cluster, with the owner's password. */
  urlOf(database: string): string {
    return `postgres://${ownerRole}:${this.options.secrets.password}@127.0.0.1:${this.port}/${database}`;
  }

  /**
   * Starts on a free port and returns when connections are taken, after crash recovery if need be.
   * @throws Error with the end of PostgreSQL's log
   */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      this.port = await freePort();
      const logStart = this.rotateLog();
      const child = this.spawn();
      if (await this.isReady(child)) return this.keepRunning(child);
      const words = readFileSync(this.options.home.log).subarray(logStart).toString().trim();
      if (attempt === 10 || !passing.test(words))
        throw new Error(`The embedded PostgreSQL did not start: ${words.split('\n').slice(-8).join('\n')}`);
      await sleep(500);
    }
  }

  /** Fast shutdown: open transactions are rolled back, everything is written, and the process has ended when this resolves. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.process;
    if (!child || hasEnded(child)) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.ref();
    child.kill('SIGINT');
    const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000);
    await ended;
    clearTimeout(impatience);
  }

  /** In a session of its own, so that Ctrl-C in the terminal reaches the application only, which stops it in order. */
  private spawn(): ChildProcess {
    const { home, binaries, secrets, guard, ephemeral } = this.options;
    const log = openSync(home.log, 'a', 0o600);
    const child = spawn(binaries.postgres, startArguments(home, secrets, this.port, ephemeral), {
      ...home.user,
      detached: true,
      cwd: '/',
      env: cleanEnvironment,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.on('error', (error) => this.options.log(`The embedded PostgreSQL could not be run: ${error.message}`));
    if (child.pid) guard.watch(child.pid);
    child.unref();
    this.process = child;
    return child;
  }

  /** False when the process ends first. Asks the server for its data folder: a port number alone does not prove whose it is. */
  private async isReady(child: ChildProcess): Promise<boolean> {
    const own = realpathSync(this.options.home.cluster);
    for (let polls = 1; child.pid && !hasEnded(child); polls++) {
      const folder = await dataFolderAt(this.urlOf('postgres'));
      if (folder === own) return true;
      if (polls % 200 === 0) this.options.log('The database is still starting (recovering after a crash) …');
      await sleep(50);
    }
    return false;
  }

  private keepRunning(child: ChildProcess): void {
    const startedAt = Date.now();
    child.once('exit', () => void this.startAgain(startedAt));
    if (hasEnded(child)) void this.startAgain(startedAt);
  }

  /** Waits longer the sooner it died, up to 10 s; the same port, since the application's pools know no other. */
  private async startAgain(startedAt: number): Promise<void> {
    if (this.stopping) return;
    this.restartDelay = Date.now() - startedAt > 60_000 ? 500 : Math.min(this.restartDelay * 2, 10_000);
    this.options.log(`The embedded PostgreSQL ended unexpectedly: starting it again in ${this.restartDelay / 1000} s.`);
    await sleep(this.restartDelay, undefined, { ref: false });
    if (!this.stopping) this.keepRunning(this.spawn());
  }

  /** Keeps one older log; returns where the current one will go on. */
  private rotateLog(): number {
    const { log } = this.options.home;
    const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    if (size < largestLog) return size;
    renameSync(log, `${log}.old`);
    return 0;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

/** The data folder of the server at this address; null while it takes no connection of ours. */
async function dataFolderAt(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0] ? realpathSync(rows[0].folder) : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}
