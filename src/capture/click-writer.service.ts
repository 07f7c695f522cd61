/** Makes clicks durable before their redirect is answered: one batch in flight, which grows by itself while the one before commits. */
import { join } from 'node:path';
import { Inject, Injectable, Logger, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Backlog } from '../platform/backlog.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import type { Click } from './click.ts';
import { ClickSpool } from './click-spool.ts';
import { ClickStore, isRefusal } from './click-store.ts';

const BATCH = 1_000;
const RETRY_MS = 1_000;

interface Waiting {
  readonly click: Click;
  readonly done: () => void;
}

@Injectable()
export class ClickWriter implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Clicks');
  private readonly store: ClickStore;
  private readonly spool: ClickSpool;
  private queue: Waiting[] = [];
  private writing: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private returning: Promise<void> | undefined;
  private away = false;
  private closed = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    backlog: Backlog,
  ) {
    this.store = new ClickStore(settings.databaseUrl);
    this.spool = new ClickSpool(join(settings.dataDir, 'clicks'));
    backlog.watch('clicks', () => this.spool.count);
  }

  /** Resolves when the click is in the database, or, while that is away, on disk. Never fails: a visitor must arrive. */
  record(click: Click): Promise<void> {
    return new Promise((done) => {
      this.queue.push({ click, done });
      this.writing ??= this.writeAll();
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.spool.prepare().catch((error: Error) => {
      this.log.warn(
        `Clicks can't be kept in ${this.settings.dataDir} while the database is away (${error.message}): visitors still arrive`,
      );
    });
    this.comeBack();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.writing;
    await this.returning;
    await this.spool.close();
    await this.store.close();
  }

  private async writeAll(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, BATCH);
      await this.write(batch.map(({ click }) => click));
      for (const { done } of batch) done();
    }
    this.writing = undefined;
  }

  private async write(clicks: readonly Click[]): Promise<void> {
    if (!this.away) {
      try {
        return await this.take(clicks);
      } catch (error) {
        this.log.error(`The database takes no clicks, they wait on disk: ${(error as Error).message}`);
        this.away = true;
      }
    }
    await this.keep(clicks);
    this.comeBackLater();
  }

  /** Whatever becomes of a batch that failed half-way: its clicks carry their ids, and recording them again changes nothing. */
  private async take(clicks: readonly Click[]): Promise<void> {
    try {
      await this.store.record(clicks);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (clicks.length === 1) return this.log.error(`A click was refused: ${(error as Error).message}`);
      for (const click of clicks) await this.take([click]);
    }
  }

  private async keep(clicks: readonly Click[]): Promise<void> {
    try {
      await this.spool.add(clicks);
    } catch (error) {
      this.log.error(`${clicks.length} clicks are lost, neither database nor disk takes them: ${(error as Error).message}`);
    }
  }

  private comeBackLater(): void {
    if (this.retry || this.closed) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.comeBack();
    }, RETRY_MS).unref();
  }

  /** Brings what waits on disk into the database, as soon as that is there again. */
  private comeBack(): void {
    this.returning ??= this.import()
      .catch((error: Error) => {
        this.log.debug(`Clicks still wait on disk: ${error.message}`);
        this.comeBackLater();
      })
      .finally(() => {
        this.returning = undefined;
      });
  }

  private async import(): Promise<void> {
    await this.store.record([]);
    if (this.away) this.log.warn('The database takes clicks again');
    this.away = false;
    for (const path of await this.spool.waiting()) await this.spool.empty(path, (clicks) => this.take(clicks));
  }
}
