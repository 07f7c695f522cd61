/** Tells every process what has changed in a region, and hears it from them: ids only, by PostgreSQL's LISTEN and NOTIFY. */
import { Inject, Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { APP_ROLE } from './database.ts';
import { Databases } from './databases.ts';
import { SETTINGS, type Settings } from './settings.ts';

const CHANNEL = 'suppilo_news';
/** More ids than these (8,000 bytes are the most that NOTIFY carries) are told as "many". */
const MOST_IDS = 100;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

/** `ids` null: many things, or nobody knows which (the connection was lost for a while). `regionId` null: in any region. */
const News = z.object({ regionId: z.uuid().nullable(), ids: z.array(z.uuid()).nullable() });
export type News = z.infer<typeof News>;

@Injectable()
export class Broadcasts implements OnApplicationShutdown {
  private readonly log = new Logger('Broadcasts');
  private readonly hearers = new Set<(news: News) => void>();
  private client: pg.Client | undefined;
  private retryMs = FIRST_RETRY_MS;
  private stopped = false;

  constructor(
    private readonly databases: Databases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Tells of things that have changed. Call it after the commit: within a transaction NOTIFY would let only one commit at a time.
   */
  async tell(regionId: string, ids: readonly string[]): Promise<void> {
    const news: News = { regionId, ids: ids.length > MOST_IDS ? null : [...ids] };
    await this.databases.rows(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(news)})`);
  }

  /** Calls `hearer` with all news from now on; this process listens from the first one on. Resolves when it does. */
  async hear(hearer: (news: News) => void): Promise<void> {
    this.hearers.add(hearer);
    if (!this.client) await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      application_name: 'suppilo news',
      options: `-c role=${APP_ROLE}`,
      keepAlive: true,
    });
    this.client = client;
    let lost = false;
    const lose = () => {
      if (lost) return;
      lost = true;
      this.listenAgain();
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', ({ payload }) => this.pass(payload));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.retryMs = FIRST_RETRY_MS;
    } catch (error) {
      this.log.warn(`No news from the database: ${error instanceof Error ? error.message : String(error)}`);
      await client.end().catch(() => undefined);
      lose();
    }
  }

  /** What was told meanwhile was not heard: once there is a connection again, all are told to look anew. */
  private listenAgain(): void {
    if (this.stopped) return;
    const wait = this.retryMs;
    this.retryMs = Math.min(LAST_RETRY_MS, wait * 2);
    setTimeout(() => {
      if (this.stopped) return;
      void this.listen().then(() => this.spread({ regionId: null, ids: null }));
    }, wait).unref();
  }

  private pass(payload: string | undefined): void {
    try {
      this.spread(News.parse(JSON.parse(payload ?? '')));
    } catch (error) {
      this.log.warn(error);
    }
  }

  private spread(news: News): void {
    for (const hearer of this.hearers) hearer(news);
  }
}
