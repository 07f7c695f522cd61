/** What follows from the kind of an activity: its usual channel, whether people come to it, what it knows more of. */
import type { Kind } from '../../../src/activity/activity.schema.ts';

/** Those used most, first; the others behind one press. */
export const FREQUENT_KINDS = ['campaign', 'influencer_video', 'recruitment_event', 'info_session'] as const satisfies readonly Kind[];

const USUAL_CHANNEL: Partial<Record<Kind, string>> = {
  influencer_video: 'youtube',
  recruitment_event: 'event',
  info_session: 'event',
  workshop: 'event',
  training: 'event',
  network_meeting: 'event',
  community: 'event',
  publication: 'website',
};

const GATHERINGS: readonly Kind[] = ['recruitment_event', 'info_session', 'workshop', 'training', 'network_meeting', 'community'];
const ONE_DAY: readonly Kind[] = ['recruitment_event', 'info_session', 'workshop', 'network_meeting'];

export const usualChannel = (kind: Kind | null): string | undefined => (kind ? USUAL_CHANNEL[kind] : undefined);

/** People come to a place at a time: venue, times, room. */
export const isGathering = (kind: Kind | null): boolean => kind !== null && GATHERINGS.includes(kind);

/** Usually over on the day it begins. */
export const isOneDay = (kind: Kind | null): boolean => kind !== null && ONE_DAY.includes(kind);

/** Whether a count of heads makes sense: also for guidance and services that people come to. */
export const hasAttendance = (kind: Kind): boolean => isGathering(kind) || kind === 'guidance' || kind === 'settlement_service';

/** Watched rather than visited: its views are counted. */
export const isWatched = (kind: Kind, channel: string): boolean =>
  kind === 'influencer_video' || channel === 'youtube' || channel === 'tiktok';
