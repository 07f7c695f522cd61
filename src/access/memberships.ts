/** Which regions a user may enter, and as what. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Databases } from '../platform/databases.ts';
import { REGION_FACTS } from '../platform/region-directory.ts';
import type { RegionFacts } from '../platform/region-scope.ts';

export interface MembershipFacts {
  readonly region: RegionFacts;
  readonly roles: readonly string[];
}

@Injectable()
export class Memberships {
  constructor(private readonly databases: Databases) {}

  /** Her membership in the region of this slug; undefined when there is none, or no such region. */
  async find(userId: string, slug: string): Promise<MembershipFacts | undefined> {
    const row = await this.databases.row<RegionFacts & { roles: string[] }>(sql`
      select ${REGION_FACTS}, m.roles from region r join member m on m.region_id = r.id
      where r.slug = ${slug} and m.user_id = ${userId} and m.deactivated_at is null`);
    return row && split(row);
  }

  /** All her memberships, the oldest first. */
  async of(userId: string): Promise<MembershipFacts[]> {
    const rows = await this.databases.rows<RegionFacts & { roles: string[] }>(sql`
      select ${REGION_FACTS}, m.roles from region r join member m on m.region_id = r.id
      where m.user_id = ${userId} and m.deactivated_at is null order by r.created_at, r.id`);
    return rows.map(split);
  }
}

const split = ({ roles, ...region }: RegionFacts & { roles: string[] }): MembershipFacts => ({ region, roles });
