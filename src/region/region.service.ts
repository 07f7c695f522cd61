/** The facts and settings of the region one is in. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { REGION_FACTS } from '../platform/region-directory.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Region, type RegionChange } from './region.schema.ts';

@Injectable()
export class RegionService {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
  ) {}

  async one(): Promise<Region> {
    const row = await this.scope.row<Region>(sql`
      select ${REGION_FACTS}, r.visitor_hash as "visitorHash",
             array(select m.code from region_municipality m where m.region_id = r.id order by m.code) as municipalities
      from region r where r.id = ${this.scope.here.regionId}`);
    return row!;
  }

  /**
   * Changes what is named; `municipalities` replaces the set. A new time zone moves the region's days, so its projections are made anew.
   * @throws Stale when the caller saw an older version
   */
  async change(change: RegionChange): Promise<Region> {
    const current = await this.lock();
    this.concurrency.check(Region, current);
    const next = { ...current, ...change };
    await this.scope.rows(sql`
      update region set name = ${next.name}, locale = ${next.locale}, time_zone = ${next.timeZone},
        small_number = ${next.smallNumber}, retention_months = ${next.retentionMonths},
        response_days = ${next.responseDays}, follow_ups_by_mail = ${next.followUpsByMail},
        visitor_hash = ${next.visitorHash}, color = ${next.color}
      where id = ${current.id}`);
    if (change.municipalities) await this.replaceMunicipalities(change.municipalities);
    if (next.timeZone !== current.timeZone) await this.scope.rows(sql`select rebuild_projections(${current.id})`);
    return this.one();
  }

  /** Lets one at a time change the region, its members and its channels, and tells the region as it then stands. */
  async lock(): Promise<Region> {
    await this.scope.rows(sql`select from region where id = ${this.scope.here.regionId} for no key update`);
    return this.one();
  }

  /** Sets the municipalities of the region; a code twice counts once. */
  async replaceMunicipalities(codes: readonly string[]): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      with gone as (
        delete from region_municipality where region_id = ${regionId} and not (code = any(${codes}::text[])))
      insert into region_municipality (region_id, code) select distinct ${regionId}::uuid, code from unnest(${codes}::text[]) code
      on conflict do nothing`);
  }
}
