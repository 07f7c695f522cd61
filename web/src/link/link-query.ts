/** The tracked links of an activity and the clicks on them. */
import { Links } from '../../../src/activity/link.schema.ts';
import { Clicks } from '../../../src/capture/clicks.schema.ts';
import { apiQuery } from '../app/api.ts';

export const linksQuery = (activityPath: string) => apiQuery(`${activityPath}/links`, Links);

export const clicksQuery = (activityPath: string) => apiQuery(`${activityPath}/clicks`, Clicks);

/** An address without what nobody reads: `koillismaa.fi/go/k7m2xqd`. */
export const bare = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/** A page of this house by its path, so that it opens wherever the product is reached from. */
export const pathOf = (address: string): string => new URL(address).pathname;
