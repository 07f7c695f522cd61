/** Contact persons as they are read: the list, one of them, and who would fit an activity. */
import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { ContactPerson, ContactPersonList, SuggestQuery, Suggestion } from './contact-person.schema.ts';
import { holdsOf } from './holdings.ts';

const ORDER = { name: raw('lower(c.name), c.id'), '-name': raw('lower(c.name) desc, c.id desc') };

@Injectable()
export class ContactDirectory {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
  ) {}

  /** `q` finds a part of the name, the title or the e-mail address. */
  async list(asked: ContactPersonList): Promise<Page<ContactPerson>> {
    const left = asked.left === 'all' ? null : asked.left === 'true';
    const rows = await this.scope.rows<ContactPerson & { total: number }>(sql`
      select ${await this.columns()}, count(*) over ()::int as total from contact_person c
      where c.region_id = ${this.scope.here.regionId}
        and (${left}::boolean is null or (c.left_at is not null) = ${left}::boolean)
        and strpos(lower(concat_ws(' ', c.name, c.title, c.email)), lower(${asked.q ?? ''})) > 0
      order by ${ORDER[asked.sort]} limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** @throws NotFound */
  async one(id: string): Promise<ContactPerson> {
    const row = await this.scope.row<ContactPerson>(sql`
      select ${await this.columns()} from contact_person c where c.region_id = ${this.scope.here.regionId} and c.id = ${id}`);
    if (!row) throw new NotFound('This contact person');
    return row;
  }

  /** Who could be responsible: those who fit both the municipality and the language first, the present before those away. */
  async suggest({ municipality, language, limit }: SuggestQuery): Promise<Page<Suggestion>> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<Suggestion & { total: number }>(sql`
      select c.id, c.name, c.title, ${partnerOf(regionId)} as partner, c.languages, c.municipalities, count(*) over ()::int as total,
             array_remove(array[case when fits.municipality then 'municipality' end, case when fits.language then 'language' end,
                                case when fits.away then 'away' end], null) as why
      from contact_person c cross join lateral (
        select c.municipalities && ${municipality}::text[] as municipality, c.languages && ${language}::text[] as language,
               exists (select from absence a where a.region_id = ${regionId} and a.contact_person_id = c.id
                         and a.period @> ${this.calendar.today()}::date) as away) fits
      where c.region_id = ${regionId} and c.left_at is null
      order by fits.municipality::int + fits.language::int desc, fits.away, fits.municipality desc, lower(c.name), c.id
      limit ${limit}`);
    return pageFrom(rows, { limit });
  }

  /** What she holds is told to admins and to herself. */
  private async columns(): Promise<Sql> {
    const { regionId } = this.scope.here;
    const own = await this.viewer.contactPersonId();
    return sql`c.id, c.name, c.title, c.phone, c.email, c.languages, c.municipalities, ${partnerOf(regionId)} as partner,
      exists (select from member m where m.region_id = ${regionId} and m.user_id = c.user_id and m.deactivated_at is null) as "signsIn",
      ${awayOf(regionId, this.calendar.today())} as away, c.left_at is not null as "left",
      (select p.version from contact_photo p where p.region_id = ${regionId} and p.contact_person_id = c.id) as photo,
      case when ${this.viewer.may('contact.write')}::boolean or c.id = ${own}::uuid then ${holdsOf(regionId)} end as holds`;
  }
}

const partnerOf = (regionId: string): Sql => sql`(
  select jsonb_build_object('id', p.id, 'name', p.name) from partner p where p.region_id = ${regionId} and p.id = c.partner_id)`;

/** The present absence of `contact_person c`, or her next one. A substitute who left is none. */
const awayOf = (regionId: string, today: string): Sql => sql`(
  select jsonb_build_object('from', lower(a.period), 'to', upper(a.period) - 1,
           'substitute', case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end)
  from absence a left join contact_person s on s.region_id = ${regionId} and s.id = a.substitute_id and s.left_at is null
  where a.region_id = ${regionId} and a.contact_person_id = c.id and upper(a.period) > ${today}::date
  order by a.period limit 1)`;
