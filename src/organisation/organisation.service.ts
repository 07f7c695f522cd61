/** Organisations that take part: companies, associations, public bodies. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { OrganisationMatching } from './organisation-matching.ts';
import {
  Organisation,
  type OrganisationChange,
  type OrganisationInput,
  type OrganisationList,
  type OrganisationRef,
} from './organisation.schema.ts';

const COLUMNS = raw('o.id, o.name, o.business_id as "businessId", o.industry, o.municipality');
const ORDER = {
  name: raw('lower(o.name), o.id'),
  '-name': raw('lower(o.name) desc, o.id desc'),
  '-createdAt': raw('o.created_at desc, o.id desc'),
};

@Injectable()
export class OrganisationService {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
    private readonly matching: OrganisationMatching,
  ) {}

  async list(asked: OrganisationList): Promise<Page<Organisation>> {
    const rows = await this.scope.rows<Organisation & { total: number }>(sql`
      select ${COLUMNS}, count(*) over ()::int as total from organisation o
      where o.region_id = ${this.scope.here.regionId} and strpos(lower(concat_ws(' ', o.name, o.business_id)), lower(${asked.q ?? ''})) > 0
      order by ${ORDER[asked.sort]} limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** @throws NotFound */
  async one(id: string): Promise<Organisation> {
    const row = await this.scope.row<Organisation>(sql`
      select ${COLUMNS} from organisation o where o.region_id = ${this.scope.here.regionId} and o.id = ${id}`);
    if (!row) throw new NotFound('This organisation');
    return row;
  }

  /** @throws Conflict `organisation_exists` at the field by which it is known already */
  async make(input: OrganisationInput): Promise<Organisation> {
    const [known] = await this.matching.find([input]);
    if (known) throw exists(input.businessId);
    const row = await this.scope.row<Organisation>(sql`
      insert into organisation as o (region_id, id, name, business_id, industry, municipality)
      values (${this.scope.here.regionId}, ${newId()}, ${input.name}, ${input.businessId ?? null}, ${input.industry ?? null}, ${input.municipality ?? null})
      on conflict do nothing returning ${COLUMNS}`);
    if (!row) throw exists(input.businessId);
    return row;
  }

  /** @throws NotFound, Stale, Conflict `organisation_exists` */
  async change(id: string, change: OrganisationChange): Promise<Organisation> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from organisation where region_id = ${regionId} and id = ${id} for no key update`);
    const current = await this.one(id);
    this.concurrency.check(Organisation, current);
    const next = { ...current, ...change };
    const row = await this.scope.row<Organisation>(sql`
      update organisation o set name = ${next.name}, business_id = ${next.businessId}, industry = ${next.industry}, municipality = ${next.municipality}
      where o.region_id = ${regionId} and o.id = ${id} and not exists (
        select from organisation other where other.region_id = ${regionId} and other.id <> ${id}
          and (other.business_id = ${next.businessId}
            or other.business_id is null and ${next.businessId}::text is null and lower(other.name) = lower(${next.name})))
      returning ${COLUMNS}`);
    if (!row) throw exists(next.businessId);
    return row;
  }

  /**
   * The ids of the organisations meant, in their order: a known one by its id, else the one with the same business id or (when
   * none is given) the same name, else a new one.
   * @param pathOf names the field of the nth
   * @throws Unprocessable `unknown_organisation` at `….id`
   */
  async resolve(refs: readonly OrganisationRef[], pathOf: (at: number) => string = (at) => `organisations.${at}`): Promise<string[]> {
    const known = refs.map((ref) => ('id' in ref ? ref.id : undefined));
    await this.mustBeThere(known, (at) => `${pathOf(at)}.id`);
    const meant = await this.matching.findOrMake(refs.flatMap((ref) => ('id' in ref ? [] : [ref])));
    let next = 0;
    return known.map((id) => id ?? meant[next++]!);
  }

  /**
   * Lets only organisations of this region pass; blanks are none.
   * @param pathOf names the field of the nth id
   * @throws Unprocessable `unknown_organisation`
   */
  async mustBeThere(ids: readonly (string | undefined)[], pathOf: (at: number) => string): Promise<void> {
    if (ids.every((id) => id === undefined)) return;
    const [missing] = await this.scope.rows<{ at: number }>(sql`
      select asked.at::int - 1 as at from unnest(${ids.map((id) => id ?? null)}::uuid[]) with ordinality asked (id, at)
      where asked.id is not null
        and not exists (select from organisation o where o.region_id = ${this.scope.here.regionId} and o.id = asked.id)
      order by asked.at limit 1`);
    if (missing) throw new Unprocessable('unknown_organisation', pathOf(missing.at), 'There is no such organisation here');
  }
}

const exists = (businessId: string | null | undefined) =>
  new Conflict('organisation_exists', businessId ? 'businessId' : 'name', 'There is such an organisation already');
