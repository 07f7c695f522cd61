/** Whom and what a merge is about: seen by who merges, and held until it is done. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { type LeadRow, Visibility } from './visibility.ts';

@Injectable()
export class MergeHolding {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
  ) {}

  /** @throws Unprocessable `unknown_person` at `path` when there is none for these eyes; the id of the one that remains of her */
  async person(id: string, path: string): Promise<string> {
    return this.visibility.mustSeePerson(id).catch((error: unknown) => {
      throw error instanceof NotFound ? new Unprocessable('unknown_person', path, 'There is no such person') : error;
    });
  }

  /** @throws Unprocessable `unknown_lead` at `path` when there is none for these eyes; the lead that is read as it */
  async lead(id: string, path: string): Promise<LeadRow> {
    return this.visibility.mustSee(id).catch((error: unknown) => {
      throw error instanceof NotFound ? new Unprocessable('unknown_lead', path, 'There is no such lead') : error;
    });
  }

  /** Who each of these leads belongs to, by the lead's id; after a merge the one that remains. */
  async personsOf(leadIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.scope.rows<{ leadId: string; personId: string }>(sql`
      select l.id as "leadId", coalesce(p.merged_into, p.id) as "personId"
      from lead l join person p on p.region_id = l.region_id and p.id = l.person_id
      where l.region_id = ${this.scope.here.regionId} and l.id = any(${leadIds}::uuid[])`);
    return new Map(rows.map((row) => [row.leadId, row.personId]));
  }

  /**
   * Locks these persons and leads with all that are read as them, each in the order of their ids: persons, then leads.
   * @throws Conflict `merged_meanwhile` when somebody else was quicker; `erased`, `restricted` when nothing may be done with a person
   */
  async hold(personIds: readonly string[], leadIds: readonly string[]): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      select from person where region_id = ${regionId} and (id = any(${personIds}::uuid[]) or merged_into = any(${personIds}::uuid[]))
      order by id for no key update`);
    await this.scope.rows(sql`
      select from lead where region_id = ${regionId} and (id = any(${leadIds}::uuid[]) or merged_into = any(${leadIds}::uuid[]))
      order by id for update`);
    const row = await this.scope.row<{ moved: boolean; erased: boolean; restricted: boolean }>(sql`
      select coalesce(bool_or(merged_into is not null), false)
               or exists (select from lead where region_id = ${regionId} and id = any(${leadIds}::uuid[]) and merged_into is not null) as moved,
             coalesce(bool_or(erased_at is not null), false) as erased,
             coalesce(bool_or(restricted_until is not null), false) as restricted
      from person where region_id = ${regionId} and id = any(${personIds}::uuid[])`);
    if (row!.moved) throw new Conflict('merged_meanwhile', undefined, 'Somebody merged one of these meanwhile; try again');
    if (row!.erased) throw new Conflict('erased', undefined, 'Nothing is kept of this person any more');
    if (row!.restricted) throw new Conflict('restricted', undefined, "This person's data are restricted: they are kept, and not changed");
  }
}
