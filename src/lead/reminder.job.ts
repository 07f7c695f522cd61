/** Reminds contact persons: looks every hour who wants to be reminded by now, in each region's own time. */
import { Injectable, Logger, OnModuleInit } from '@nestjs/common';
import * as z from 'zod';
import { dayOf, hourOf } from '../platform/calendar.ts';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { Mails } from '../platform/mail/mails.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Reminders } from './reminder.service.ts';

export const RemindJob = defineJob({ name: 'reminder.send', payload: z.object({}), schedule: '1 * * * *' });

@Injectable()
export class ReminderJob implements OnModuleInit {
  private readonly log = new Logger('Reminders');

  constructor(
    private readonly jobs: JobQueue,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly reminders: Reminders,
    private readonly mails: Mails,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(RemindJob, () => this.remind(new Date()));
  }

  /** Nobody without a mail server: a reminder that is only kept reminds nobody. One who fails does not keep the others from theirs. */
  async remind(now: Date): Promise<void> {
    if (!this.mails.configured) return;
    for (const region of await this.regions.all()) {
      const day = dayOf(now, region.timeZone);
      const due = await this.scope.run(region, NOBODY, () => this.reminders.due(day, hourOf(now, region.timeZone)));
      for (const id of due) {
        await this.scope.run(region, NOBODY, () => this.reminders.remind(id, day)).catch((error: unknown) => this.log.error(error));
      }
    }
  }
}
