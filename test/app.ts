/** The real application on a database of its own, and browsers that talk to it over HTTP. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { readConfig } from '../config/environment.ts';
import { createApp } from '../src/app.ts';
import type { Settings } from '../src/platform/settings.ts';
import { createTestDatabase, type TestDatabase } from './setup/database.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test says
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly origin: string,
    readonly database: TestDatabase,
    readonly dataDir: string,
  ) {}

  /** With the settings of a test's own, such as its mail server. */
  static async start(own: Partial<Settings> = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'suppilo-test-'));
    const settings: Settings = {
      ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUST_PROXY: 'loopback', MAIL_FROM: 'suppilo@alue.example' }),
      databaseUrl: database.url,
      sessionSecret: randomBytes(32).toString('hex'),
      ...own,
    };
    const nest = await createApp(settings, join(import.meta.dirname, '../dist/web'));
    await nest.listen(0, '127.0.0.1');
    const { port } = nest.getHttpServer().address() as { port: number };
    return new TestApp(nest, `http://127.0.0.1:${port}`, database, dataDir);
  }

  /** A browser of its own: keeps its cookies, sends the Origin a browser would. Paths begin after `/api/v1`. */
  browser(): Send {
    const jar = new Map<string, string>();
    return async (method, path, body, headers = {}) => {
      const response = await fetch(this.origin + (path.startsWith('/api/') ? path : `/api/v1${path}`), {
        method,
        redirect: 'manual',
        headers: {
          origin: this.origin,
          'sec-fetch-site': 'same-origin',
          ...(jar.size ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
      return { status: response.status, body: json, text, headers: response.headers };
    };
  }

  /** Rows straight from the database, as its owner: for what no route shows. */
  async sql<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.database.url });
    await client.connect();
    try {
      return (await client.query<T>(text, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** Does something as if so many seconds had passed meanwhile. */
  async later<T>(seconds: number, work: () => Promise<T>): Promise<T> {
    const now = Date.now;
    Date.now = () => now() + seconds * 1000;
    try {
      return await work();
    } finally {
      Date.now = now;
    }
  }

  /** The database is gone, and comes back no more. */
  loseDatabase(): Promise<void> {
    return this.database.drop();
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.database.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

export type Browser = ReturnType<TestApp['browser']>;
