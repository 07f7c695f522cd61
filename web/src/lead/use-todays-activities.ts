/** What the region does today, e.g. the fair one stands at, and which of it one most likely stands at. */
import { useQuery } from '@tanstack/react-query';
import type { ActivityItem } from '../../../src/activity/activity.schema.ts';
import { useFormat } from '../app/format.ts';
import { useRegion } from '../app/region.tsx';
import { useLastMet } from './last-met.ts';
import { isEvent, todaysActivities } from './met-at.ts';
import { isOn, recentActivities } from './recent-activities.ts';

export interface TodaysActivities {
  loading: boolean;
  /** Events first. */
  items: readonly ActivityItem[];
  /** The one to start with: the event she is the contact person of, else where she last logged one today, else the only event or activity. */
  likely: ActivityItem | undefined;
}

/** Without connection they come from what was kept of the newest activities. */
export function useTodaysActivities(): TodaysActivities {
  const today = useFormat().dayOf();
  const { regionPath, contactPersonId } = useRegion();
  const lastMet = useLastMet();
  const asked = useQuery(todaysActivities(regionPath, today));
  const recent = useQuery({ ...recentActivities(regionPath), enabled: asked.isError });
  const found = asked.data?.items ?? recent.data?.items.filter((activity) => isOn(activity, today)) ?? [];
  const events = found.filter(({ kind }) => isEvent(kind));
  const items = [...events, ...found.filter(({ kind }) => !isEvent(kind))];
  const likely =
    events.find(({ contactPerson }) => contactPerson.id === contactPersonId) ??
    items.find(({ id }) => id === lastMet.id) ??
    (items.length === 1 ? items[0] : events.length === 1 ? events[0] : undefined);
  return { loading: asked.isPending, items, likely };
}
