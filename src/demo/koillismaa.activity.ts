/** What an activity of the demo is made of. */
import type { ActivityInput } from '../activity/activity.schema.ts';
import { MUNICIPALITY, type WorkPackageCode } from './koillismaa.people.ts';

export const ALL_MUNICIPALITIES: string[] = Object.values(MUNICIPALITY);

export const eur = (euros: number) => euros * 100;

export interface DemoPart {
  readonly channel: string;
  /** Gross reach over the campaign's days. */
  readonly reach: number;
  readonly costCents: number;
}

export interface DemoActivity extends Pick<ActivityInput, 'kind' | 'title' | 'channel' | 'startsOn' | 'audience' | 'url' | 'details'> {
  readonly key: string;
  readonly contact: string;
  readonly workPackage: WorkPackageCode;
  readonly endsOn?: string;
  readonly costCents?: number;
  readonly municipalities: string[];
  readonly languages: string[];
  readonly parts?: readonly DemoPart[];
  /** A video's counter on the days after its start. */
  readonly views?: readonly (readonly [day: string, views: number])[];
  readonly headcount?: number;
  readonly byLanguage?: Readonly<Record<string, number>>;
  /** Employers that took part: numbers from (inclusive) to (inclusive) of the 58. */
  readonly employers?: readonly [from: number, to: number];
}
