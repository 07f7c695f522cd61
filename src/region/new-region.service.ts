/** Makes a region with all it needs to be entered: its municipalities, one partner of its name, and its first member. */
import { Injectable } from '@nestjs/common';
import type * as z from 'zod';
import sql from 'sql-template-tag';
import type { Role } from '../access/permission.schema.ts';
import { newId } from '../platform/id.ts';
import { Conflict } from '../platform/problem.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';
import { PartnerService } from './partner.service.ts';
import { RegionService } from './region.service.ts';
import type { BasisKind, NewRegion } from './region.schema.ts';

export type NewRegionInput = z.infer<typeof NewRegion>;

export interface NewRegionOptions {
  /** Everything in it is an example. */
  readonly demo: boolean;
  /** The basis that leads of its partner start with; by default a public task. */
  readonly basis?: BasisKind;
  /** Roles of its first member; by default admin alone. */
  readonly roles?: readonly Role[];
  /** What other rooms add to a new region. */
  readonly furnish?: () => Promise<void>;
}

@Injectable()
export class NewRegions {
  constructor(
    private readonly scope: RegionScope,
    private readonly regions: RegionService,
    private readonly partners: PartnerService,
  ) {}

  /** The facts of a region that is to be made: what the scope must be opened with that `build` then runs in. */
  plan({ name, slug, locale, timeZone }: NewRegionInput, { demo }: Pick<NewRegionOptions, 'demo'>): RegionFacts {
    return {
      id: newId(),
      slug,
      name,
      locale,
      timeZone,
      currency: 'EUR',
      smallNumber: 5,
      retentionMonths: 24,
      responseDays: 2,
      followUpsByMail: true,
      color: null,
      demo,
    };
  }

  /**
   * Writes the region of the present scope.
   * @throws Conflict `slug_taken`
   */
  async build(
    input: NewRegionInput,
    adminUserId: string,
    { basis = 'public_task', roles = ['admin'], furnish }: NewRegionOptions,
  ): Promise<void> {
    await this.writeRegion(this.scope.here.region);
    await this.regions.replaceMunicipalities(input.municipalities);
    const partner = await this.partners.make({ name: input.name, basis });
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      with member as (
        insert into member (region_id, user_id, roles) values (${regionId}, ${adminUserId}, ${roles}))
      insert into partner_member (region_id, user_id, partner_id) values (${regionId}, ${adminUserId}, ${partner.id})`);
    await furnish?.();
  }

  private async writeRegion({
    id,
    slug,
    name,
    locale,
    timeZone,
    currency,
    smallNumber,
    retentionMonths,
    responseDays,
    demo,
  }: RegionFacts): Promise<void> {
    const made = await this.scope.row(sql`
      insert into region (id, slug, name, locale, time_zone, currency, small_number, retention_months, response_days, demo)
      values (${id}, ${slug}, ${name}, ${locale}, ${timeZone}, ${currency}, ${smallNumber}, ${retentionMonths}, ${responseDays}, ${demo})
      on conflict (slug) do nothing returning id`);
    if (!made) throw new Conflict('slug_taken', 'region.slug', 'Another region has this address');
  }
}
