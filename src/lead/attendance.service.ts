/** Attendance of an event: how many came, in which languages, which organisations, and who by name. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { OrganisationService } from '../organisation/organisation.service.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { hideSmallByKey } from '../platform/small-number.ts';
import { AttendanceLeads } from './attendance.leads.ts';
import { AttendancePeople } from './attendance.people.ts';
import type { Attendance, AttendanceInput, Attendee, AttendeeList } from './attendance.schema.ts';
import { Visibility, visibleLeads, visiblePersons } from './visibility.ts';

/** As it stands, with nothing hidden. */
type Stored = Omit<Attendance, 'byLanguage'> & { readonly byLanguage: Record<string, number> };

@Injectable()
export class AttendanceService {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly visibility: Visibility,
    private readonly organisations: OrganisationService,
    private readonly people: AttendancePeople,
    private readonly leads: AttendanceLeads,
  ) {}

  /**
   * Replaces headcount and languages where they are told, and adds organisations and attendees. Who attended meets the activity: her
   * open lead gets a touch; who wants contact and has no open lead becomes one.
   * @throws NotFound; Unprocessable `more_than_headcount` at `byLanguage`, `unknown_person`, `unknown_organisation`
   */
  async record(activityId: string, input: AttendanceInput): Promise<Attendance> {
    await this.hold(activityId);
    await this.count(activityId, input);
    await this.takeIn(activityId, input.organisations ?? []);
    if (input.attendees?.length) await this.attend(activityId, input.attendees);
    return this.read(activityId);
  }

  /** What anybody may know of it; small counts by language are for those who may see the persons (rule 6). @throws NotFound */
  async read(activityId: string): Promise<Attendance> {
    const row = await this.stored(activityId);
    if (this.viewer.may('lead.read')) return row;
    const { counts, ...hidden } = hideSmallByKey(row.byLanguage, this.scope.here.region.smallNumber);
    return { ...row, byLanguage: counts, ...hidden };
  }

  private async stored(activityId: string): Promise<Stored> {
    const row = await this.scope.row<Stored>(sql`
      select t.headcount, coalesce(t.by_language, '{}') as "byLanguage",
             (select count(distinct coalesce(p.merged_into, p.id))::int
              from attendee e join person p on p.region_id = e.region_id and p.id = e.person_id
              where e.region_id = a.region_id and e.activity_id = a.id) as attendees,
             coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name) order by lower(g.name), g.id)
                       from activity_organisation o join organisation g on g.region_id = o.region_id and g.id = o.organisation_id
                       where o.region_id = a.region_id and o.activity_id = a.id), '[]') as organisations
      from activity a left join attendance t on t.region_id = a.region_id and t.activity_id = a.id
      where a.region_id = ${this.scope.here.regionId} and a.id = ${activityId}`);
    if (!row) throw new NotFound('This activity');
    return row;
  }

  /** The attendees whom the viewer may see by name (rule 8), each with her newest lead that she may see. @throws NotFound */
  async attendees(activityId: string, asked: AttendeeList): Promise<Page<Attendee>> {
    const { regionId } = this.scope.here;
    const [activity] = await this.scope.rows(sql`select from activity where region_id = ${regionId} and id = ${activityId}`);
    if (!activity) throw new NotFound('This activity');
    const sight = await this.visibility.sight();
    const rows = await this.scope.rows<Attendee & { total: number }>(sql`
      with attended as (
        select coalesce(k.merged_into, k.id) as person_id, bool_or(e.wants_contact) as wants_contact, min(g.name) as organisation
        from attendee e
        join person k on k.region_id = e.region_id and k.id = e.person_id
        left join organisation g on g.region_id = e.region_id and g.id = e.organisation_id
        where e.region_id = ${regionId} and e.activity_id = ${activityId}
        group by 1)
      select p.id as "personId", coalesce(p.name, '') as name, t.organisation, t.wants_contact as "wantsContact",
             (select l.id from lead l
              join journey j on j.region_id = l.region_id and j.lead_id = l.id
              join person own on own.region_id = l.region_id and own.id = l.person_id
              where l.region_id = p.region_id and (own.id = p.id or own.merged_into = p.id) and (${visibleLeads(sight)})
              order by j.closed_at nulls first, j.created_at desc limit 1) as "leadId",
             count(*) over ()::int as total
      from attended t join person_shown p on p.region_id = ${regionId} and p.id = t.person_id
      where (${visiblePersons(sight)}) and strpos(lower(coalesce(p.name, '')), lower(${asked.q ?? ''})) > 0
      order by lower(p.name), p.id limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** Two writers of one event's attendance wait for each other. */
  private async hold(activityId: string): Promise<void> {
    const [activity] = await this.scope.rows(sql`
      select from activity where region_id = ${this.scope.here.regionId} and id = ${activityId} for no key update`);
    if (!activity) throw new NotFound('This activity');
  }

  private async count(activityId: string, told: AttendanceInput): Promise<void> {
    if (told.headcount === undefined && told.byLanguage === undefined) return;
    const present = await this.stored(activityId);
    const headcount = told.headcount ?? present.headcount;
    const byLanguage = told.byLanguage ?? present.byLanguage;
    const heads = Object.values(byLanguage).reduce((sum, count) => sum + count, 0);
    if (headcount !== null && heads > headcount)
      throw new Unprocessable('more_than_headcount', 'byLanguage', 'The languages sum to more than came');
    await this.scope.rows(sql`
      insert into attendance (region_id, activity_id, headcount, by_language)
      values (${this.scope.here.regionId}, ${activityId}, ${headcount}, ${JSON.stringify(byLanguage)})
      on conflict (region_id, activity_id) do update set headcount = excluded.headcount, by_language = excluded.by_language, updated_at = now()`);
  }

  private async takeIn(activityId: string, organisations: NonNullable<AttendanceInput['organisations']>): Promise<void> {
    if (organisations.length === 0) return;
    const ids = await this.organisations.resolve(organisations);
    await this.scope.rows(sql`
      insert into activity_organisation (region_id, activity_id, organisation_id)
      select distinct ${this.scope.here.regionId}::uuid, ${activityId}::uuid, id from unnest(${ids}::uuid[]) id
      on conflict do nothing`);
  }

  /** A repeat of an attendee adds what was not known; only who newly came or newly wants contact has anything following from it. */
  private async attend(activityId: string, attendees: NonNullable<AttendanceInput['attendees']>): Promise<void> {
    const { regionId } = this.scope.here;
    await this.organisations.mustBeThere(
      attendees.map(({ organisationId }) => organisationId),
      (at) => `attendees.${at}.organisationId`,
    );
    const persons = await this.people.personsOf(attendees);
    const before = await this.scope.rows<{ id: string; wants: boolean }>(sql`
      select person_id as id, wants_contact as wants from attendee
      where region_id = ${regionId} and activity_id = ${activityId} and person_id = any(${persons}::uuid[])`);
    await this.scope.rows(sql`
      insert into attendee as known (region_id, activity_id, person_id, organisation_id, wants_contact)
      select ${regionId}, ${activityId}, t.person_id, (array_agg(t.organisation_id) filter (where t.organisation_id is not null))[1], bool_or(t.wants)
      from unnest(${persons}::uuid[], ${attendees.map(({ organisationId }) => organisationId ?? null)}::uuid[],
                  ${attendees.map(({ wantsContact }) => wantsContact)}::boolean[]) as t (person_id, organisation_id, wants)
      group by t.person_id
      on conflict (region_id, activity_id, person_id) do update set
        organisation_id = coalesce(excluded.organisation_id, known.organisation_id),
        wants_contact = known.wants_contact or excluded.wants_contact`);
    const came = new Set(before.map(({ id }) => id));
    const wanted = new Set(before.filter(({ wants }) => wants).map(({ id }) => id));
    const wanting = new Map(
      attendees.flatMap(({ wantsContact, intent }, at) => (wantsContact && !wanted.has(persons[at]!) ? [[persons[at]!, intent]] : [])),
    );
    await this.leads.follow(
      activityId,
      persons.filter((id) => !came.has(id)),
      wanting,
    );
  }
}
