/** Partners of the region: each is the controller of its leads' personal data. */
import { Injectable } from '@nestjs/common';
import sql, { raw } from 'sql-template-tag';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Partner, type PartnerChange, type PartnerInput, type PartnerList } from './partner.schema.ts';

const COLUMNS = raw('id, name, business_id as "businessId", basis, notice_version as "noticeVersion"');
const ORDER = { createdAt: raw('created_at, id'), name: raw('lower(name), id'), '-name': raw('lower(name) desc, id desc') };

@Injectable()
export class PartnerService {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
  ) {}

  async list(asked: PartnerList): Promise<Page<Partner>> {
    const rows = await this.scope.rows<Partner & { total: number }>(sql`
      select ${COLUMNS}, count(*) over ()::int as total from partner
      where region_id = ${this.scope.here.regionId} and strpos(lower(name), lower(${asked.q ?? ''})) > 0
      order by ${ORDER[asked.sort]} limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** @throws NotFound */
  async one(id: string): Promise<Partner> {
    const row = await this.scope.row<Partner>(sql`
      select ${COLUMNS} from partner where region_id = ${this.scope.here.regionId} and id = ${id}`);
    if (!row) throw new NotFound('This partner');
    return row;
  }

  /** @throws Conflict `name_taken` */
  async make({ name, businessId, basis, noticeVersion = '1' }: PartnerInput): Promise<Partner> {
    const row = await this.scope.row<Partner>(sql`
      insert into partner (region_id, id, name, business_id, basis, notice_version)
      values (${this.scope.here.regionId}, ${newId()}, ${name}, ${businessId ?? null}, ${basis}, ${noticeVersion})
      on conflict (region_id, lower(name)) do nothing returning ${COLUMNS}`);
    if (!row) throw nameTaken();
    return row;
  }

  /** @throws NotFound, Stale, Conflict `name_taken` */
  async change(id: string, change: PartnerChange): Promise<Partner> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from partner where region_id = ${regionId} and id = ${id} for no key update`);
    const current = await this.one(id);
    this.concurrency.check(Partner, current);
    const next = { ...current, ...change };
    const row = await this.scope.row<Partner>(sql`
      update partner set name = ${next.name}, business_id = ${next.businessId}, basis = ${next.basis}, notice_version = ${next.noticeVersion}
      where region_id = ${regionId} and id = ${id} and not exists (
        select from partner other where other.region_id = ${regionId} and lower(other.name) = lower(${next.name}) and other.id <> ${id})
      returning ${COLUMNS}`);
    if (!row) throw nameTaken();
    return row;
  }

  /** The region's first partner, made with it: who is asked for nobody in particular. */
  async first(): Promise<string> {
    const row = await this.scope.row<{ id: string }>(sql`
      select id from partner where region_id = ${this.scope.here.regionId} order by created_at, id limit 1`);
    return row!.id;
  }

  /**
   * Lets only partners of this region pass.
   * @param pathOf names the field of the nth id
   * @throws Unprocessable `unknown_partner`
   */
  async mustBeThere(ids: readonly string[], pathOf: (at: number) => string): Promise<void> {
    if (ids.length === 0) return;
    const [missing] = await this.scope.rows<{ at: number }>(sql`
      select asked.at::int - 1 as at from unnest(${ids}::uuid[]) with ordinality asked (id, at)
      where not exists (select from partner p where p.region_id = ${this.scope.here.regionId} and p.id = asked.id)
      order by asked.at limit 1`);
    if (missing) throw new Unprocessable('unknown_partner', pathOf(missing.at), 'There is no such partner here');
  }
}

const nameTaken = () => new Conflict('name_taken', 'name', 'Another partner has this name');
