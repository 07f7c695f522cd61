/** Compares, each minute, the persons of every region who changed since they were compared last. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import * as z from 'zod';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Likenesses } from './likeness.service.ts';

export const LikenessJob = defineJob({ name: 'lead.likeness', payload: z.object({}), schedule: '* * * * *' });

@Injectable()
export class LikenessSweep implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly likenesses: Likenesses,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(LikenessJob, () => this.sweep());
  }

  /** A transaction for each batch: what is done stays done. */
  async sweep(): Promise<void> {
    for (const region of await this.regions.all()) {
      while (await this.scope.run(region, NOBODY, () => this.likenesses.refresh()));
    }
  }
}
