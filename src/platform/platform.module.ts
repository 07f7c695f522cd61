/** What every room stands on. */
import { DynamicModule, Global, Module } from '@nestjs/common';
import { Backlog } from './backlog.ts';
import { Broadcasts } from './broadcasts.ts';
import { Calendar } from './calendar.ts';
import { Concurrency } from './concurrency.ts';
import { Counter } from './counter.ts';
import { Databases } from './databases.ts';
import { HealthController } from './health.controller.ts';
import { Idempotency } from './idempotency.ts';
import { JobQueue } from './job-queue.ts';
import { MailDelivery } from './mail/mail-delivery.ts';
import { Mails } from './mail/mails.ts';
import { MailTransport } from './mail/mail-transport.ts';
import { PublicAddress } from './public-address.ts';
import { RegionDirectory } from './region-directory.ts';
import { RegionScope } from './region-scope.ts';
import { RowByRow } from './row-by-row.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { SignedLinks } from './signed-link.ts';
import { Words } from './words/words.ts';

@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    const services = [
      Backlog,
      Broadcasts,
      RegionScope,
      RegionDirectory,
      Calendar,
      Counter,
      Concurrency,
      RowByRow,
      Idempotency,
      JobQueue,
      MailDelivery,
      MailTransport,
      Mails,
      PublicAddress,
      SignedLinks,
      Words,
    ];
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
