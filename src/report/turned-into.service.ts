/** What an activity turned into. */
import { Injectable } from '@nestjs/common';
import { Viewer } from '../access/viewer.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Read } from './funnel.query.ts';
import { outcomesQuery, placesQuery, reachedQuery, stagesQuery } from './turned-into.query.ts';
import type { TurnedInto } from './turned-into.schema.ts';
import { columnsOf, rowsOf } from './turned-into.ts';

/** Moving takes long. */
const LOOKBACK_DAYS = 365;

@Injectable()
export class TurnedIntoService {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
  ) {}

  /** Of the activity and its parts, over all time. @throws NotFound */
  async of(activityId: string): Promise<TurnedInto> {
    const { regionId, region } = this.scope.here;
    const family = { regionId, zone: region.timeZone, activityId };
    const read: Read = (statement) => this.scope.rows(statement);
    const reached = await reachedQuery(read, family);
    if (!reached) throw new NotFound('This activity');
    const [places, pipelines, outcomes] = [
      await placesQuery(read, family),
      await stagesQuery(read, family),
      await outcomesQuery(read, family, LOOKBACK_DAYS),
    ];
    const stages = columnsOf(pipelines, new Set(places.map(({ stage }) => stage)));
    const sum = (of: 'leads' | 'visiting') => places.reduce((total, place) => total + place[of], 0);
    return {
      ...reached,
      leads: sum('leads'),
      visiting: sum('visiting'),
      outcomes: outcomes.touched,
      outcomesLinear: outcomes.linear,
      lookbackDays: LOOKBACK_DAYS,
      stages,
      rows: rowsOf(places, stages, this.viewer.may('lead.read') ? null : region.smallNumber),
    };
  }
}
