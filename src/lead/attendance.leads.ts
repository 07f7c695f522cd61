/** What follows for leads when somebody attends: a touch of her open lead, or a new lead when she wants contact. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Kind } from '../activity/activity.schema.ts';
import { newId } from '../platform/id.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LeadNews } from './lead-news.ts';
import { Leads } from './lead.service.ts';
import type { Intent } from './pipeline.schema.ts';

interface Event {
  readonly kind: Kind;
  readonly audience: string;
  /** When they met: at the event's hour, else at noon of its first day; never later than now. */
  readonly at: Date;
}

/** What somebody wants who asks for contact at an event, as long as nobody says better. */
export function intentAt({ kind, audience }: Pick<Event, 'kind' | 'audience'>): Intent {
  if (audience === 'employers') return 'found';
  return kind === 'recruitment_event' ? 'work' : 'move';
}

@Injectable()
export class AttendanceLeads {
  constructor(
    private readonly scope: RegionScope,
    private readonly leads: Leads,
    private readonly news: LeadNews,
  ) {}

  /**
   * @param came persons who were not known to have attended
   * @param wanting those who newly want contact, with what they want if they said
   */
  async follow(activityId: string, came: readonly string[], wanting: ReadonlyMap<string, Intent | undefined>): Promise<void> {
    if (came.length === 0 && wanting.size === 0) return;
    const event = await this.event(activityId);
    const { at } = event;
    const open = await this.openLeads([...new Set([...came, ...wanting.keys()])]);
    await this.touch(
      activityId,
      came.flatMap((id) => open.get(id) ?? []),
      at,
    );
    for (const [personId, intent = intentAt(event)] of wanting) {
      if (open.has(personId)) continue;
      await this.leads.logFor(personId, {
        intent,
        createdAt: at.toISOString(),
        touches: [{ activityId, how: 'attendance', at: at.toISOString() }],
      });
    }
  }

  private async event(activityId: string): Promise<Event> {
    const row = await this.scope.row<Event>(sql`
      select kind, audience,
             least((starts_on + coalesce(details ->> 'startsAt', '12:00')::time) at time zone ${this.scope.here.region.timeZone}, now()) as at
      from activity
      where region_id = ${this.scope.here.regionId} and id = ${activityId}`);
    return row!;
  }

  /** The newest open lead of each person who has one. */
  private async openLeads(personIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.scope.rows<{ personId: string; leadId: string }>(sql`
      select distinct on (1) coalesce(k.merged_into, k.id) as "personId", l.id as "leadId"
      from person k
      join lead l on l.region_id = k.region_id and l.person_id = k.id
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      where k.region_id = ${this.scope.here.regionId} and coalesce(k.merged_into, k.id) = any(${personIds}::uuid[]) and j.closed_at is null
      order by 1, j.created_at desc, l.id`);
    return new Map(rows.map(({ personId, leadId }) => [personId, leadId]));
  }

  /** Unless this meeting was written down before. */
  private async touch(activityId: string, leadIds: readonly string[], at: Date): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    this.news.changed(leadIds);
    await this.scope.rows(sql`select from lead where region_id = ${regionId} and id = any(${leadIds}::uuid[]) order by id for update`);
    await this.scope.rows(sql`
      insert into touch (region_id, id, lead_id, activity_id, at, how, actor_id)
      select ${regionId}, met.id, met.lead_id, ${activityId}, ${at}, 'attendance', ${actorId}
      from unnest(${leadIds.map(() => newId())}::uuid[], ${leadIds}::uuid[]) as met (id, lead_id)
      where not exists (
        select from touch t join lead l on l.region_id = t.region_id and l.id = t.lead_id
        where t.region_id = ${regionId} and (l.id = met.lead_id or l.merged_into = met.lead_id) and t.activity_id = ${activityId} and t.how = 'attendance'
          and not exists (select from void v where v.region_id = t.region_id and v.target_id = t.id))`);
  }
}
