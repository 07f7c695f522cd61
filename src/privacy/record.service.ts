/** Records of processing: what a partner wrote, beside what its region really does. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { ProcessingRecord, RecordFacts, RecordInput } from './record.schema.ts';

type Saved = Omit<z.input<typeof ProcessingRecord>, 'facts'>;

@Injectable()
export class ProcessingRecords {
  constructor(private readonly scope: RegionScope) {}

  /** @throws NotFound */
  async read(partnerId: string): Promise<z.input<typeof ProcessingRecord>> {
    const facts = await this.facts(partnerId);
    const saved = await this.scope.row<Saved>(sql`
      select r.parts, r.updated_at as "savedAt", u.name as "savedBy" from processing_record r left join app_user u on u.id = r.actor_id
      where r.region_id = ${this.scope.here.regionId} and r.partner_id = ${partnerId}`);
    return { ...(saved ?? { parts: {}, savedAt: null, savedBy: null }), facts };
  }

  /** Replaces what was written. @throws NotFound */
  async write(partnerId: string, { parts }: RecordInput): Promise<z.input<typeof ProcessingRecord>> {
    await this.facts(partnerId);
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`
      insert into processing_record (region_id, partner_id, parts, actor_id)
      values (${regionId}, ${partnerId}, ${JSON.stringify(parts)}::jsonb, ${actorId})
      on conflict (region_id, partner_id) do update set parts = excluded.parts, updated_at = now(), actor_id = excluded.actor_id`);
    return this.read(partnerId);
  }

  private async facts(partnerId: string): Promise<RecordFacts> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<RecordFacts>(sql`
      select b.name as partner, b.business_id as "businessId", b.basis,
        (select coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'email', u.email) order by u.name) filter (where a.own or not a.any_own), '[]')
         from (select m.user_id, pm.partner_id is not distinct from b.id as own,
                      bool_or(pm.partner_id is not distinct from b.id) over () as any_own
               from member m left join partner_member pm on pm.region_id = m.region_id and pm.user_id = m.user_id
               where m.region_id = b.region_id and 'admin' = any(m.roles) and m.deactivated_at is null) a
         join app_user u on u.id = a.user_id) as contacts,
        r.retention_months as "retentionMonths", r.follow_ups_by_mail as "followUpsByMail", r.visitor_hash as "visitorHash",
        (select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'keepUntil', p.keep_until) order by p.starts_on, p.id), '[]')
         from programme p join programme_partner pp on pp.region_id = p.region_id and pp.programme_id = p.id
         where p.region_id = b.region_id and pp.partner_id = b.id) as programmes,
        (select coalesce(jsonb_agg(w.label order by w.position), '[]') from pipeline w
         where w.region_id = b.region_id and w.archived_at is null) as pipelines
      from partner b join region r on r.id = b.region_id
      where b.region_id = ${regionId} and b.id = ${partnerId}`);
    if (!row) throw new NotFound('This partner');
    return row;
  }
}
