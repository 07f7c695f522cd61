/** The real, built server in a process of its own, on the database of a story: to be killed in the middle of its work. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestApp } from '../app.ts';
import type { Story } from '../story.ts';

const MAIN = join(import.meta.dirname, '../../dist/src/main.js');

export class StormServer {
  private constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
    private process: ChildProcess,
    private address: string,
  ) {}

  static async start(story: Story): Promise<StormServer> {
    const folder = await mkdtemp(join(tmpdir(), 'suppilo-storm-'));
    const { process, address } = await run(story.app.database.url, folder);
    return new StormServer(story.app.database.url, folder, process, address);
  }

  /** What steps of stories need to reach it. */
  get app(): TestApp {
    return { origin: this.address } as TestApp;
  }

  /** Without a word of warning; answers when it is gone. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }

  /** Starts again on what it left. */
  async restart(): Promise<void> {
    ({ process: this.process, address: this.address } = await run(this.databaseUrl, this.folder));
  }

  async end(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function run(databaseUrl: string, folder: string): Promise<{ process: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /ready at (http\S+)/.exec(line)?.[1];
    if (address) return { process: child, address };
  }
  throw new Error('The server did not start');
}
