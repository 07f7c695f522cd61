/** Whether the projections that triggers kept are those that a rebuild from history makes. */
import { expect } from '@jest/globals';
import type { TestApp } from '../app.ts';

export async function expectProjectionsOfHistory(app: TestApp): Promise<void> {
  const read = () =>
    app.sql(`select to_jsonb(j) as journey, encode(p.touches, 'hex') as path from journey j
             left join path p on p.region_id = j.region_id and p.lead_id = j.lead_id order by j.lead_id`);
  const kept = await read();
  await app.sql('select rebuild_projections(id) from region');
  expect(kept).toEqual(await read());
}
