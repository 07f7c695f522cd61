/** The nightly end of what has been kept long enough: announced a month before, then erased, in small steps that may be cut off anywhere. */
import { Injectable, OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import * as z from 'zod';
import { Calendar } from '../platform/calendar.ts';
import { newId } from '../platform/id.ts';
import { defineJob, JobQueue } from '../platform/job-queue.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Erasures } from './erasure.service.ts';
import type { Deletion, DeletionList } from './privacy.schema.ts';
import { RetentionMails } from './retention.mails.ts';
import { type Announced, evidenceOver, keptRows, toAnnounce, toErase } from './retention.query.ts';

export const RetentionJob = defineJob({ name: 'privacy.retention', payload: z.object({}), schedule: '25 1 * * *' });

const ANNOUNCED_AT_ONCE = 500;
const ERASED_AT_ONCE = 50;

@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly erasures: Erasures,
    private readonly mails: RetentionMails,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(RetentionJob, () => this.sweep());
  }

  /** Every step is a transaction of its own; the next sweep goes on where this one was cut off. */
  async sweep(): Promise<void> {
    for (const region of await this.regions.all()) {
      const until = async (step: () => Promise<number>) => {
        while ((await this.scope.run(region, NOBODY, step)) > 0);
      };
      await until(() => this.announce());
      await until(() => this.eraseDue());
      await until(() => this.eraseEvidence());
    }
  }

  /** The leads whose deletion was announced, for who sees them, the next first. */
  async list(asked: DeletionList) {
    const { regionId, region, actor } = this.scope.here;
    const rows = await this.scope.rows<z.input<typeof Deletion> & { total: number }>(sql`
      with ${keptRows(region)}
      select l.id as "leadId", coalesce(p.name, '') as name,
             case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as owner,
             k.open, j.touched_at as "touchedAt", k.delete_on as "deleteOn", count(*) over ()::int as total
      from kept k
      join lead l on l.region_id = ${regionId} and l.id = k.lead_id
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      join person_shown p on p.region_id = l.region_id and p.id = k.person_id
      left join contact_person o on o.region_id = l.region_id and o.id = l.owner_id
      where exists (select from deletion_notice d where d.region_id = ${regionId} and d.lead_id = k.lead_id and d.delete_on = k.delete_on)
        and sees_person_of(${regionId}, l.id, ${actor.userId}::uuid, ${[...actor.roles]}::text[])
      order by k.delete_on, l.id limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  private async announce(): Promise<number> {
    const { region } = this.scope.here;
    const due = await this.scope.rows<Announced>(toAnnounce(region, this.calendar.today(), ANNOUNCED_AT_ONCE));
    if (due.length === 0) return 0;
    await this.scope.rows(sql`
      insert into deletion_notice (region_id, id, person_id, lead_id, delete_on)
      select ${region.id}, * from unnest(${due.map(() => newId())}::uuid[], ${due.map(({ personId }) => personId)}::uuid[],
        ${due.map(({ leadId }) => leadId)}::uuid[], ${due.map(({ deleteOn }) => deleteOn)}::date[])
      on conflict do nothing`);
    await this.mails.tell(due);
    return due.length;
  }

  private async eraseDue(): Promise<number> {
    const { region } = this.scope.here;
    const due = await this.scope.rows<{ personId: string; leadId: string | null; last: boolean }>(
      toErase(region, this.calendar.today(), ERASED_AT_ONCE),
    );
    const why = { askedBy: 'retention', reason: 'retention' } as const;
    for (const { personId, leadId, last } of due) {
      if (last || !leadId) await this.erasures.carryOut(personId, why);
      else await this.erasures.eraseLead(personId, leadId, why);
    }
    return due.length;
  }

  private async eraseEvidence(): Promise<number> {
    const over = await this.scope.rows<{ id: string }>(evidenceOver(this.scope.here.regionId, this.calendar.today(), ERASED_AT_ONCE));
    for (const { id } of over) await this.erasures.carryOut(id, { askedBy: 'retention', reason: 'retention' });
    return over.length;
  }
}
