/** Small running numbers within a region. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { RegionScope } from './region-scope.ts';

@Injectable()
export class Counter {
  constructor(private readonly scope: RegionScope) {}

  /** The next number of `name` in this region, from 1; with `count` so many are taken, and it is the first of them. Two at once wait for each other. */
  async next(name: 'activity' | 'programme' | 'pipeline', count = 1): Promise<number> {
    const row = await this.scope.row<{ first: number }>(sql`
      insert into counter (region_id, name, last) values (${this.scope.here.regionId}, ${name}, ${count})
      on conflict (region_id, name) do update set last = counter.last + ${count} returning last - ${count} + 1 as first`);
    return row!.first;
  }
}
