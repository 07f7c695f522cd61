/** Which breakdowns split a lead over its touches, so that the credit model matters. */
import type { Breakdown } from '../../../src/report/funnel.schema.ts';

export const BY_TOUCH = [
  'channel',
  'kind',
  'activity',
  'campaign',
  'programme',
  'workPackage',
  'contactPerson',
] as const satisfies readonly Breakdown[];
export const BY_LEAD = ['owner', 'municipality', 'language', 'month', 'pipeline'] as const satisfies readonly Breakdown[];

export const isByTouch = (by: Breakdown): boolean => (BY_TOUCH as readonly Breakdown[]).includes(by);
