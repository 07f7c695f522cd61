/** Small running numbers within a region. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from './region-scope.ts';

@Injectable()
export class Counter {
  constructor(private readonly scope: RegionScope) {}

  /** The next number of `name` in this region, from 1. Two at once wait for each other. */
  async next(name: 'activity' | 'programme' | 'pipeline'): Promise<number> {
    const row = await this.scope.row<{ last: number }>(sql`
      insert into counter (region_id, name, last) values (${this.scope.here.regionId}, ${name}, 1)
      on conflict (region_id, name) do update set last = counter.last + 1 returning last`);
    return row!.last;
  }
}
