/** Reads the audit by person, lead, user and day. Of a person only for who sees her. */
import { Injectable } from '@nestjs/common';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type * as z from 'zod';
import { Persons } from '../lead/person.service.ts';
import { addDays, Calendar } from '../platform/calendar.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { AuditEntry, AuditList } from './audit.schema.ts';
import { Subjects } from './subject.service.ts';

/** Tables whose rows hang on a lead by `lead_id`. */
const OF_LEAD = ['basis', 'touch', 'stage_change', 'owner_change', 'note', 'outcome', 'follow_up'] as const;

@Injectable()
export class Audits {
  constructor(
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly persons: Persons,
    private readonly subjects: Subjects,
  ) {}

  /** The newest first. @throws NotFound for a person or lead that is not there, or not for these eyes */
  async list(asked: AuditList): Promise<Page<z.input<typeof AuditEntry>>> {
    const { regionId } = this.scope.here;
    const conditions: Sql[] = [sql`a.region_id = ${regionId}`];
    if (asked.person) conditions.push(await this.ofPerson(asked.person));
    if (asked.lead) conditions.push(await this.ofLead(asked.lead));
    if (asked.user) conditions.push(sql`a.actor_id = ${asked.user}`);
    if (asked.from) conditions.push(sql`a.at >= ${this.calendar.startOf(asked.from)}`);
    if (asked.to) conditions.push(sql`a.at < ${this.calendar.startOf(addDays(asked.to, 1))}`);
    const rows = await this.scope.rows<z.input<typeof AuditEntry> & { total: number }>(sql`
      select a.id, a.at, case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as actor, a.action, a.table_name as "table",
             a.row_id as "rowId", coalesce(a.columns, array(select jsonb_object_keys(coalesce(a.after, a.before, '{}'::jsonb)))) as columns,
             count(*) over ()::int as total
      from audit a left join app_user u on u.id = a.actor_id
      where ${join(conditions, ' and ')}
      order by a.at desc, a.id desc limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  private async ofPerson(personId: string): Promise<Sql> {
    const { personIds, leadIds } = await this.subjects.of(await this.persons.mustSee(personId));
    return sql`(a.row_id = any(${[...personIds, ...leadIds]}::text[]) or ${this.hangingOn(leadIds)})`;
  }

  private async ofLead(leadId: string): Promise<Sql> {
    const { regionId } = this.scope.here;
    const lead = await this.scope.row<{ personId: string }>(sql`
      select person_id as "personId" from lead where region_id = ${regionId} and id = ${leadId}`);
    if (!lead) throw new NotFound('This lead');
    await this.persons.mustSee(lead.personId);
    return sql`(a.row_id = ${leadId} or ${this.hangingOn([leadId])})`;
  }

  private hangingOn(leadIds: readonly string[]): Sql {
    const { regionId } = this.scope.here;
    const ids = sql`(with led (id) as (select unnest(${leadIds}::uuid[]))
      ${join(
        OF_LEAD.map(
          (table): Sql =>
            sql`select x.id::text from ${raw(table)} x where x.region_id = ${regionId} and x.lead_id in (select led.id from led)`,
        ),
        ' union all ',
      )})`;
    return sql`a.row_id in ${ids}`;
  }
}
