/** Where a visitor of a form comes from: the tracked link whose code the address carries, and the activity behind it. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from '../platform/region-scope.ts';

/** How a programme wants its funding shown. */
export interface Funding {
  readonly emblem: 'none' | 'eu';
  readonly statement: string | null;
}

@Injectable()
export class FormVia {
  constructor(private readonly scope: RegionScope) {}

  /** The activity of a link of this region; null for what is no code of ours. */
  async activityOf(code: string | undefined): Promise<string | null> {
    if (!code || !/^[a-z2-9]{7}$/.test(code)) return null;
    const { regionId } = this.scope.here;
    const row = await this.scope.row<{ activityId: string }>(sql`
      select l.activity_id as "activityId" from link l where l.region_id = ${regionId} and l.id = (
        select c.link_id from link_code c where c.code = ${code} and c.region_id = ${regionId})`);
    return row?.activityId ?? null;
  }

  /** What the programme of an activity asks to be shown; null without one, or when it asks for nothing. */
  async fundingOf(activityId: string | null): Promise<Funding | null> {
    if (!activityId) return null;
    const { regionId } = this.scope.here;
    const row = await this.scope.row<Funding>(sql`
      select p.emblem, p.funding_statement as statement from activity a join programme p on p.region_id = a.region_id and p.id = a.programme_id
      where a.region_id = ${regionId} and a.id = ${activityId}`);
    return row && (row.emblem !== 'none' || row.statement) ? row : null;
  }
}
