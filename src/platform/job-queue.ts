/** Work that runs behind: declared once with its payload, kept in PostgreSQL or Redis, started after the commit. */
import { BeforeApplicationShutdown, Inject, Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, type QueueOptions, setDefaultBackendFactory, Worker } from 'bullmq';
import type * as z from 'zod';
import { SETTINGS, type Settings } from './settings.ts';

/** A kind of job. Payloads carry ids and no personal data; handlers are idempotent. */
export interface JobKind<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  /** Cron pattern in UTC, for what runs by itself (with an empty payload). */
  readonly schedule?: string;
}

const declared = new Map<string, JobKind<never>>();

/** Declares a job; the start fails when nobody handles it. */
export function defineJob<P>(kind: JobKind<P>): JobKind<P> {
  declared.set(kind.name, kind as unknown as JobKind<never>);
  return kind;
}

type Handler = (payload: unknown) => Promise<void>;
const QUEUE = 'suppilo';

@Injectable()
export class JobQueue implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly handlers = new Map<string, Handler>();
  private queue: Queue | undefined;
  private worker: Worker | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Says who does a kind of job; called while the application starts. */
  handle<P>(kind: JobKind<P>, handler: (payload: P) => Promise<void>): void {
    this.handlers.set(kind.name, async (payload) => handler(kind.payload.parse(payload)));
  }

  /** @throws Error naming the jobs nobody handles */
  checkHandlers(kinds: Iterable<string> = declared.keys()): void {
    const missing = [...kinds].filter((name) => !this.handlers.has(name));
    if (missing.length) throw new Error(`No handler for the job ${missing.join(', ')}`);
  }

  /** Puts a job into the queue. Call it after the commit (`scope.afterCommit`). The same `id` is enqueued once. */
  async enqueue<P>(kind: JobKind<P>, payload: P, { id }: { id?: string } = {}): Promise<void> {
    await this.open().add(kind.name, kind.payload.parse(payload), {
      ...(id ? { jobId: id } : {}),
      attempts: 5,
      backoff: { type: 'exponential', delay: 1000 },
      removeOnComplete: 100,
      removeOnFail: 1000,
    });
  }

  /** Takes up work in this process. */
  async work(): Promise<void> {
    this.checkHandlers();
    const queue = this.open();
    for (const { name, schedule } of declared.values()) {
      if (schedule)
        await queue.upsertJobScheduler(name, { pattern: schedule }, { name, data: {}, opts: { removeOnComplete: 10, removeOnFail: 100 } });
    }
    this.worker = new Worker(QUEUE, async (job) => this.handlers.get(job.name)?.(job.data), {
      ...this.connection(),
      concurrency: 4,
      lockDuration: 15_000,
      stalledInterval: 5_000,
    });
    this.worker.on('error', (error) => this.log.error(error));
    this.worker.on('failed', (job, error) => this.log.error(`${job?.name} ${job?.id}: ${error.message}`));
    await this.worker.waitUntilReady();
  }

  /** Whether the queue answers. */
  async alive(): Promise<boolean> {
    await this.open().getJobCounts('waiting');
    return true;
  }

  /** The work in hand is finished while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue?.close();
  }

  private open(): Queue {
    if (!this.queue) {
      setDefaultBackendFactory(this.settings.redisUrl ? undefined : createPostgresBackend);
      this.queue = new Queue(QUEUE, this.connection());
      this.queue.on('error', (error) => this.log.error(error));
    }
    return this.queue;
  }

  private connection(): Pick<QueueOptions, 'connection'> {
    const { redisUrl, databaseUrl } = this.settings;
    const connection = redisUrl
      ? { url: redisUrl, maxRetriesPerRequest: null }
      : { connectionString: databaseUrl, schema: 'queue', migrate: true, max: 4 };
    return { connection: connection as NonNullable<QueueOptions['connection']> };
  }
}
