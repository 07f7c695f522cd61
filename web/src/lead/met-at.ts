/** Where somebody was met: at an activity, sent by an organisation, or come by themselves; and how that becomes a touch. */
import { ActivityItem, type Kind } from '../../../src/activity/activity.schema.ts';
import type { How, TouchInput } from '../../../src/lead/lead.schema.ts';
import { pageOf } from '../../../src/platform/page.schema.ts';
import { keptQuery } from '../offline/kept-answer.ts';
import { type OrganisationChoice, organisationRef } from '../organisation/organisation-picker.tsx';

export type Met =
  | { by: 'activity'; id: string; title: string; kind: Kind }
  | { by: 'referral'; organisation: OrganisationChoice | null }
  | { by: 'own_initiative' };

export const activityPage = pageOf(ActivityItem);

/** Where people are met face to face; what they saw somewhere is known from their own words. */
const events: readonly Kind[] = ['recruitment_event', 'info_session', 'workshop', 'training', 'community', 'network_meeting'];
const seen: readonly Kind[] = ['campaign', 'influencer_video', 'publication'];

export const isEvent = (kind: Kind): boolean => events.includes(kind);
export const howAt = (kind: Kind): How => (seen.includes(kind) ? 'self_reported' : 'conversation');

export const metAtActivity = ({ id, title, kind }: Pick<ActivityItem, 'id' | 'title' | 'kind'>): Met => ({
  by: 'activity',
  id,
  title,
  kind,
});

/** `at`: an instant, when it was not just now. */
export function touchOf(met: Met, at?: string, how?: How): TouchInput {
  if (met.by === 'activity') return { activityId: met.id, how: how ?? howAt(met.kind), at };
  if (met.by === 'referral') return { how: 'referral', organisation: organisationRef(met.organisation), at };
  return { how: 'own_initiative', at };
}

export const todaysActivities = (regionPath: (path: string) => string, day: string) =>
  keptQuery(regionPath('/activities'), activityPage, { on: day, limit: 50 });
