/** Forgets what has served its time: lapsed sessions, failed sign-ins, idempotency keys. Hourly. */
import { Injectable, OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { Databases } from '../platform/databases.ts';
import { IDEMPOTENCY_HOURS } from '../platform/idempotency.ts';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';

export const SweepJob = defineJob({ name: 'access.sweep', payload: z.object({}), schedule: '17 * * * *' });

@Injectable()
export class Sweep implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly databases: Databases,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(SweepJob, () => this.sweep());
  }

  async sweep(): Promise<void> {
    await this.databases.rows(sql`delete from session where expires_at < now()`);
    await this.databases.rows(sql`delete from sign_in_failure where at < now() - interval '1 hour'`);
    for (const region of await this.regions.all()) {
      await this.scope.run(region, NOBODY, () =>
        this.scope.rows(sql`
          delete from idempotency_key where region_id = ${region.id} and created_at < now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`),
      );
    }
  }
}
