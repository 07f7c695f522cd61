/** What all reports take, and the numbers they answer with. */
import * as z from 'zod';
import { KINDS } from '../activity/activity.schema.ts';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';
import { Day, many } from '../platform/page.schema.ts';
import { ChannelKey } from '../region/channel.schema.ts';

/** The filters of every report, each repeatable. */
export const reportFilters = {
  programme: many(z.uuid()),
  workPackage: many(z.uuid()),
  municipality: many(MunicipalityCode),
  kind: many(z.enum(KINDS)),
  channel: many(ChannelKey),
  activity: many(z.uuid()),
  contactPerson: many(z.uuid()),
  owner: many(z.uuid()),
  language: many(LanguageCode),
  pipeline: many(z.string().max(40)),
};

/** Of a time in which there may be reports. */
export const ReportDay = Day.refine((day) => day >= '1900-01-01' && day <= '2200-01-01', {
  error: 'A day from 1900 to 2200',
  params: { code: 'day_out_of_range' },
});

/** With which time a report is compared. */
export const comparedWith = {
  compare: z.enum(['previous', 'year-before', 'none']).default('none'),
  compareFrom: ReportDay.optional(),
  compareTo: ReportDay.optional(),
};

interface Times {
  readonly from: string;
  readonly to: string;
  readonly compareFrom?: string | undefined;
  readonly compareTo?: string | undefined;
}

export const inOrder = ({ from, to }: Times): boolean => to > from;
export const comparedInOrder = ({ compareFrom, compareTo }: Times): boolean =>
  (compareFrom === undefined) === (compareTo === undefined) && (!compareFrom || compareTo! > compareFrom);
export const endsBeforeStart = (path: string) => ({
  path: [path],
  error: 'It ends before it starts',
  params: { code: 'ends_before_start' },
});

/** A proportion with its 95 % Wilson interval. */
export const Rate = z.object({ value: z.number(), low: z.number(), high: z.number() });
/** A count or credit; null: hidden, or unknown. */
export const Count = z.number().nullable();
export const suppressed = { suppressed: z.literal(true).optional() };
