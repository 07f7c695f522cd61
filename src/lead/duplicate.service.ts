/** Looks for the same person among those already known: by e-mail, by phone, or by a name like this in the same municipality. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { Viewer } from '../access/viewer.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Likenesses } from './likeness.service.ts';
import type { DuplicateQuery, PossibleDuplicate } from './lead.schema.ts';
import { e164Of } from '../platform/phone-number.ts';
import { Visibility, visibleLeads, visiblePersons } from './visibility.ts';

/** What is known of somebody; blanks are the same as nothing. */
export type Traits = { readonly [K in keyof DuplicateQuery]: string | null | undefined };

const MOST = 10;

@Injectable()
export class Duplicates {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly visibility: Visibility,
    private readonly likenesses: Likenesses,
  ) {}

  /**
   * Persons who may be the same as the one with these traits, one line each with their newest open lead; the surest first.
   * Outside one's view only the owner's name is told, and of a protected person nothing at all.
   * `except`: the person herself, once she is saved.
   */
  async like({ name, email, phone, municipality }: Traits, except: string | null = null): Promise<DuplicateLine[]> {
    if (!name && !email && !phone) return [];
    const { regionId } = this.scope.here;
    const sight = await this.visibility.sight();
    const mayRead = this.viewer.may('lead.read');
    const namesakes = name && municipality ? await this.likenesses.namesakes(name, municipality) : [];
    const rows = await this.scope.rows<Found>(sql`
      with alike as (
        select id, merged_into, 1 as rank from person where region_id = ${regionId} and email_key = lower(${email ?? null}::text) and restricted_until is null
        union all
        select id, merged_into, 2 from person where region_id = ${regionId} and phone_key = phone_key(${phone ?? null}::text) and restricted_until is null
        union all
        select id, merged_into, 2 from person where region_id = ${regionId} and phone_e164 = ${e164Of(phone)} and restricted_until is null
        union all
        select id, merged_into, 3 from person where region_id = ${regionId} and id = any(${namesakes}::uuid[])),
      person_alike as (
        select coalesce(merged_into, id) as id, min(rank) as rank from alike group by 1),
      same_person as (
        select id, id as known_as, rank from person_alike
        union all
        select a.id, gone.id, a.rank from person_alike a join person gone on gone.region_id = ${regionId} and gone.merged_into = a.id),
      with_lead as (
        select distinct on (a.id) a.id as "personId", p.name, p.protected, l.id as "leadId", o.name as owner, j.created_at as "createdAt",
               a.rank, ${mayRead}::boolean and ${visibleLeads(sight)} as seen
        from same_person a
        join lead l on l.region_id = ${regionId} and l.person_id = a.known_as
        join journey j on j.region_id = l.region_id and j.lead_id = l.id
        join person p on p.region_id = l.region_id and p.id = a.id
        left join contact_person o on o.region_id = l.region_id and o.id = l.owner_id
        order by a.id, seen desc, j.closed_at nulls first, j.created_at desc),
      without_lead as (
        select p.id as "personId", p.name, p.protected, null::uuid as "leadId", null as owner, null::timestamptz as "createdAt",
               a.rank, ${mayRead}::boolean and ${visiblePersons(sight)} as seen
        from person_alike a join person p on p.region_id = ${regionId} and p.id = a.id
        where not exists (select from with_lead w where w."personId" = p.id))
      select * from (select * from with_lead union all select * from without_lead where seen) found
      where (seen or not protected) and "personId" is distinct from ${except}::uuid
        and not exists (
          select from not_duplicate n
          join person x on x.region_id = n.region_id and x.id = n.a join person y on y.region_id = n.region_id and y.id = n.b
          where n.region_id = ${regionId} and ${except}::uuid in (coalesce(x.merged_into, x.id), coalesce(y.merged_into, y.id))
            and found."personId" in (coalesce(x.merged_into, x.id), coalesce(y.merged_into, y.id)))
      order by rank, "createdAt" desc nulls last, "personId" limit ${MOST}`);
    return masked(rows);
  }
}

/** A line as the database gives it. */
export type DuplicateLine = z.input<typeof PossibleDuplicate>;

interface Found {
  readonly personId: string;
  readonly leadId: string | null;
  readonly name: string | null;
  readonly owner: string | null;
  readonly createdAt: Date | null;
  readonly rank: 1 | 2 | 3;
  readonly seen: boolean;
}

const WHY = { 1: 'email', 2: 'phone', 3: 'name' } as const;

/** What is outside the viewer's view shows its owner's name, once for each owner and reason. */
function masked(rows: readonly Found[]): DuplicateLine[] {
  const told = new Set<string>();
  const lines: DuplicateLine[] = [];
  for (const { seen, rank, owner, leadId, personId, name, createdAt } of rows) {
    const why = WHY[rank];
    const key = `${owner} ${why}`;
    if (seen) lines.push({ leadId, personId, name, owner, why, createdAt });
    else if (!told.has(key)) lines.push({ leadId: null, personId: null, name: null, owner, why, createdAt: null });
    if (!seen) told.add(key);
  }
  return lines;
}
