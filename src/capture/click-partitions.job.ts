/** Makes the months ahead ready for clicks, and forgets the salts of days that are over: at the start and nightly. */
import { Injectable, Logger, OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { Databases } from '../platform/databases.ts';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { VisitorSalts } from './visitor-salt.service.ts';

export const ClickPartitionsJob = defineJob({ name: 'capture.partitions', payload: z.object({}), schedule: '41 1 * * *' });

@Injectable()
export class ClickPartitions implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger('Clicks');

  constructor(
    private readonly jobs: JobQueue,
    private readonly databases: Databases,
    private readonly salts: VisitorSalts,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(ClickPartitionsJob, () => this.make());
  }

  /** Without them clicks go to the default partition: no reason not to start. */
  async onApplicationBootstrap(): Promise<void> {
    await this.make().catch((error: unknown) => this.log.error(error));
  }

  async make(): Promise<void> {
    await this.databases.rows(sql`select make_click_partitions()`);
    await this.salts.forget();
  }
}
