/** All activities of the demo. */
import type { DemoActivity } from './koillismaa.activity.ts';
import { CAMPAIGNS } from './koillismaa.campaigns.ts';
import { EVENTS } from './koillismaa.events.ts';
import { SERVICES } from './koillismaa.services.ts';
import { VIDEOS } from './koillismaa.videos.ts';

export const ACTIVITIES: readonly DemoActivity[] = [...CAMPAIGNS, ...VIDEOS, ...EVENTS, ...SERVICES];
