/** Which organisation is meant: the same business id, or without one the same name, is the same organisation. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { newId } from '../platform/id.ts';
import { Conflict } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { OrganisationInput } from './organisation.schema.ts';

@Injectable()
export class OrganisationMatching {
  constructor(private readonly scope: RegionScope) {}

  /** The id of each that is known, in their order. By name the one with a business id before one without, then the oldest. */
  async find(wanted: readonly OrganisationInput[]): Promise<(string | null)[]> {
    if (wanted.length === 0) return [];
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<{ id: string | null }>(sql`
      select case when w.business_id is not null
               then (select o.id from organisation o where o.region_id = ${regionId} and o.business_id = w.business_id)
               else (select o.id from organisation o where o.region_id = ${regionId} and lower(o.name) = lower(w.name)
                     order by o.business_id is null, o.created_at, o.id limit 1) end as id
      from unnest(${wanted.map(({ name }) => name)}::text[], ${wanted.map(({ businessId }) => businessId ?? null)}::text[])
        with ordinality w (name, business_id, at)
      order by w.at`);
    return rows.map(({ id }) => id);
  }

  /**
   * The id of each, in their order; those not known are made. Two who make the same at once get the same: the second waits for the first.
   * @throws Conflict `try_again` when one vanished from under us
   */
  async findOrMake(wanted: readonly OrganisationInput[]): Promise<string[]> {
    const found = await this.find(wanted);
    const missing = wanted.filter((_, at) => !found[at]);
    if (missing.length === 0) return found as string[];
    await this.make(missing);
    const all = await this.find(wanted);
    if (all.some((id) => !id)) throw new Conflict('try_again', undefined, 'Somebody changed this at the same time; try again');
    return all as string[];
  }

  /**
   * One that was known by its name alone takes the business id that is now known; the others are new. A name without a business id
   * is not made beside the same name with one.
   */
  private async make(missing: readonly OrganisationInput[]): Promise<void> {
    const { regionId } = this.scope.here;
    const column = (field: keyof OrganisationInput) => missing.map((one) => one[field] ?? null);
    await this.scope.rows(sql`
      with wanted as (
        select * from unnest(${missing.map(() => newId())}::uuid[], ${column('name')}::text[], ${column('businessId')}::text[],
          ${column('industry')}::text[], ${column('municipality')}::text[]) w (id, name, business_id, industry, municipality)),
      identified as (
        select distinct on (business_id) * from wanted where business_id is not null order by business_id),
      named as (
        select distinct on (lower(name)) * from wanted w where business_id is null
          and not exists (select from identified i where lower(i.name) = lower(w.name)) order by lower(name)),
      recognised as (
        update organisation o set business_id = i.business_id, industry = coalesce(o.industry, i.industry),
          municipality = coalesce(o.municipality, i.municipality)
        from (select distinct on (lower(name)) * from identified order by lower(name), business_id) i
        where o.region_id = ${regionId} and o.business_id is null and lower(o.name) = lower(i.name) returning o.business_id)
      insert into organisation (region_id, id, name, business_id, industry, municipality)
      select ${regionId}::uuid, id, name, business_id, industry, municipality from identified
        where business_id not in (select business_id from recognised)
      union all
      select ${regionId}::uuid, id, name, business_id, industry, municipality from named
      order by name, business_id
      on conflict do nothing`);
  }
}
