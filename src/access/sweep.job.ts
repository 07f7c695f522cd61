/** Forgets what has served its time: lapsed sessions, failed sign-ins, idempotency keys. Hourly. */
import { Injectable, OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { Databases } from '../platform/databases.ts';
import { IDEMPOTENCY_HOURS } from '../platform/idempotency.ts';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { RegionScope, type RegionFacts } from '../platform/region-scope.ts';
import { REGION_FACTS } from './memberships.ts';

export const SweepJob = defineJob({ name: 'access.sweep', payload: z.object({}), schedule: '17 * * * *' });

@Injectable()
export class Sweep implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly databases: Databases,
    private readonly scope: RegionScope,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(SweepJob, () => this.sweep());
  }

  async sweep(): Promise<void> {
    await this.databases.rows(sql`delete from session where expires_at < now()`);
    await this.databases.rows(sql`delete from sign_in_failure where at < now() - interval '1 hour'`);
    const regions = await this.databases.rows<RegionFacts>(sql`select ${REGION_FACTS} from region r`);
    for (const region of regions) {
      await this.scope.run(region, { userId: null, roles: [] }, () =>
        this.scope.rows(sql`
          delete from idempotency_key where region_id = ${region.id} and created_at < now() - make_interval(hours => ${IDEMPOTENCY_HOURS})`),
      );
    }
  }
}
