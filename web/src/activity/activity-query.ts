/** One activity with the version it was read at, and what belongs to it. */
import { queryOptions } from '@tanstack/react-query';
import { Activity } from '../../../src/activity/activity.schema.ts';
import { Figures } from '../../../src/activity/metric.schema.ts';
import { TurnedInto } from '../../../src/report/turned-into.schema.ts';
import { api, apiKey, apiQuery } from '../app/api.ts';

export const activityQuery = (path: string) =>
  queryOptions({ queryKey: [...apiKey(path), 'tagged'], queryFn: ({ signal }) => api.getTagged(path, Activity, { signal }) });

export const figuresQuery = (path: string) => apiQuery(`${path}/figures`, Figures);

export const turnedIntoQuery = (path: string) => apiQuery(`${path}/turned-into`, TurnedInto);

export interface ReadActivity {
  readonly value: Activity;
  readonly etag: string | undefined;
}
