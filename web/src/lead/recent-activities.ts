/** The region's newest activities, kept on this device: what the quick log offers without connection. */
import type { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { keptQuery } from '../offline/kept-answer.ts';
import { activityPage } from './met-at.ts';

const KEPT = 100;

export const recentActivities = (regionPath: (path: string) => string) => ({
  ...keptQuery(regionPath('/activities'), activityPage, { limit: KEPT, sort: '-startsOn', parts: true }),
  staleTime: 10 * 60_000,
});

/** Whether the activity has this day. */
export const isOn = ({ startsOn, endsOn }: ActivityItem, day: string): boolean => startsOn <= day && (endsOn === null || day <= endsOn);
