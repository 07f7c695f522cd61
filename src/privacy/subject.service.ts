/** Whose data it is: a person with those merged into her, her leads, the grounds they are kept on, and whose evidence she is. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Calendar } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Subject } from './personal-words.ts';
import type { Evidence, KeptLead } from './privacy.schema.ts';
import { dayAfter } from './retention.query.ts';

/** Guidance and the like make a participant also without a list of attendees (ESF+ practice). */
const GUIDING = ['guidance', 'settlement_service', 'workshop', 'training'];

@Injectable()
export class Subjects {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
  ) {}

  /** `personId`: the one that remains after merges. With `lock` nobody writes a word about her until the end. */
  async of(personId: string, { lock = false }: { lock?: boolean } = {}): Promise<Subject> {
    const { regionId } = this.scope.here;
    const persons = await this.scope.rows<{ id: string }>(sql`
      select id from person where region_id = ${regionId} and (id = ${personId} or merged_into = ${personId})
      order by id ${lock ? sql`for update` : sql``}`);
    const personIds = persons.map(({ id }) => id);
    const leads = await this.scope.rows<{ id: string }>(sql`
      select id from lead where region_id = ${regionId} and person_id = any(${personIds}::uuid[])
      order by id ${lock ? sql`for update` : sql``}`);
    return { regionId, personId, personIds, leadIds: leads.map(({ id }) => id) };
  }

  /** Programmes whose evidence her participation is, still to be kept, the longest first: she attended, or was guided. */
  async evidence({ regionId, personIds, leadIds }: Subject): Promise<Evidence[]> {
    return this.scope.rows<Evidence>(sql`
      with participation as (
        select activity_id from attendee where region_id = ${regionId} and person_id = any(${personIds}::uuid[])
        union
        select t.activity_id from touch t join activity a on a.region_id = t.region_id and a.id = t.activity_id
        where t.region_id = ${regionId} and t.lead_id = any(${leadIds}::uuid[])
          and (t.how = 'attendance' or t.how = 'conversation' and a.kind = any(${GUIDING}::text[]))
          and not exists (select from void v where v.region_id = t.region_id and v.target_id = t.id))
      select g.name as programme, g.keep_until as "keepUntil"
      from programme g
      where g.region_id = ${regionId} and g.keep_until >= ${this.calendar.today()}::date
        and g.id in (select a.programme_id from participation x join activity a on a.region_id = ${regionId} and a.id = x.activity_id)
      order by g.keep_until desc, g.name`);
  }

  /** Her leads, read through merges, each with its newest ground and its day. */
  async leads({ regionId, leadIds }: Subject): Promise<KeptLead[]> {
    const { region } = this.scope.here;
    return this.scope.rows<KeptLead>(sql`
      with kept as (
        select l.id, l.erased_at is not null as erased, l.created_at, ground.kind, ground.notice_version, ground.notice_given,
               ${dayAfter(sql`j.touched_at`, region)} as delete_after,
               coalesce((select c.partner_id from contact_person c where c.region_id = l.region_id and c.id = l.owner_id),
                        (select a.partner_id from activity a where a.region_id = l.region_id and a.no = j.first_activity),
                        (select p.id from partner p where p.region_id = l.region_id order by p.created_at, p.id limit 1)) as partner_id
        from lead l
        join journey j on j.region_id = l.region_id and j.lead_id = l.id
        join lateral (
          select b.kind, b.notice_version, b.notice_given from basis b
          where b.region_id = l.region_id and b.lead_id = l.id order by b.at desc, b.id desc limit 1) ground on true
        where l.region_id = ${regionId} and l.id = any(${leadIds}::uuid[]))
      select k.id, k.kind as basis, k.notice_version as "noticeVersion", k.notice_given as "noticeGiven",
             json_build_object('id', p.id, 'name', p.name) as partner, k.delete_after as "deleteAfter", k.erased,
             exists (select from deletion_notice d where d.region_id = ${regionId} and d.lead_id = k.id and d.delete_on = k.delete_after) as announced
      from kept k join partner p on p.region_id = ${regionId} and p.id = k.partner_id
      order by k.created_at desc, k.id`);
  }
}
