/** Starts everything: the embedded database when none is configured, migrations, HTTP, the worker. */
import 'reflect-metadata';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readConfig } from '../config/environment.ts';
import { createApp } from './app.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded/embedded-postgres.ts';
import { JobQueue } from './platform/job-queue.ts';
import { migrate } from './platform/migrate.ts';
import { sessionSecret } from './platform/session-secret.ts';

let embedded: EmbeddedPostgres | undefined;
let app: NestFastifyApplication | undefined;
let stopping = false;
/** Whether the operator wants to see where an error comes from. */
let wordy = false;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  wordy = config.logLevel === 'debug' || config.logLevel === 'trace';
  if (!config.databaseUrl) embedded = await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => console.log(line) });
  const databaseUrl = config.databaseUrl ?? embedded!.url;
  await migrate(databaseUrl);
  const secret = await sessionSecret(config.sessionSecret, config.dataDir);
  app = await createApp({ ...config, databaseUrl, sessionSecret: secret }, join(import.meta.dirname, '../web'));
  await app.get(JobQueue).work();
  await app.listen(config.port, config.host);
  const { port } = app.getHttpServer().address() as { port: number };
  const host = config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host;
  const address = config.publicUrl ?? `http://${host}:${port}`;
  embedded?.announce(address);
  console.log(`Suppilo is ready at ${address}`);
}

/** Stops in order: no new requests, the worker, the pools, then the database. A second signal does not hurry it. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app?.close().catch((error: unknown) => console.error(error));
  await embedded?.stop().catch((error: unknown) => console.error(error));
  process.exit(code);
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));

start().catch((error: unknown) => {
  console.error(`Suppilo can't start. ${error instanceof Error ? error.message : String(error)}`);
  if (wordy) console.error(error);
  void stop(1);
});
