/** What every room stands on. */
import { DynamicModule, Global, Module } from '@nestjs/common';
import { Calendar } from './calendar.ts';
import { Concurrency } from './concurrency.ts';
import { Counter } from './counter.ts';
import { Databases } from './databases.ts';
import { HealthController } from './health.controller.ts';
import { Idempotency } from './idempotency.ts';
import { JobQueue } from './job-queue.ts';
import { RegionScope } from './region-scope.ts';
import { SETTINGS, type Settings } from './settings.ts';

@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    const services = [RegionScope, Calendar, Counter, Concurrency, Idempotency, JobQueue];
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: Databases, useFactory: () => Databases.open(settings.databaseUrl, settings.reportingDatabaseUrl) },
        ...services,
      ],
      exports: [SETTINGS, Databases, ...services],
    };
  }
}
