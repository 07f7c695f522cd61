/** The queue alone, for scaling out: needs DATABASE_URL, and leaves migrations to the application. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readConfig, WrongSetting } from '../config/environment.ts';
import { AppModule } from './app.module.ts';
import { JobQueue } from './platform/job-queue.ts';
import { PinoLogger, rootLogger } from './platform/logger.ts';
import { sessionSecret } from './platform/session-secret.ts';

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const { databaseUrl } = config;
  if (!databaseUrl) throw new WrongSetting('A worker of its own needs DATABASE_URL');
  const secret = await sessionSecret(config.sessionSecret, config.dataDir);
  const app = await NestFactory.createApplicationContext(AppModule.with({ ...config, databaseUrl, sessionSecret: secret }), {
    logger: new PinoLogger(rootLogger(config.logLevel)),
    abortOnError: false,
  });
  await app.get(JobQueue).work();
  console.log('Suppilo is taking up work');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void app.close().finally(() => process.exit(0)));
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof WrongSetting ? `The worker can't start. ${error.message}` : error);
  process.exit(1);
});
