/** Tracked links: short codes that belong to an activity and lead on to a form or a page. */
import * as z from 'zod';
import { Day, Id, InstantOut } from '../platform/page.schema.ts';

/** Seven signs without look-alikes: no 0 o 1 l i. */
export const LINK_CODE = /^[a-hjkmnp-z2-9]{7}$/;

/** A page outside: https only. */
const Destination = z.url({ protocol: /^https$/, error: 'An address that starts with https://' }).max(2000);

const fields = z.strictObject({
  destination: Destination.nullish(),
  formId: Id.nullish(),
  /** `utm_medium` of an outside page, as `qr`, `paid_social`. */
  medium: z
    .string()
    .trim()
    .refine((word) => /^[a-z0-9_.-]{1,40}$/.test(word), { error: 'Small letters, digits, hyphens', params: { code: 'medium_letters' } })
    .nullish(),
  /** Where it stands, for the region's own eyes: `Poster in the library`. */
  label: z.string().trim().max(80).nullish(),
});

const oneTarget = {
  check: ({ destination, formId }: { destination?: string | null | undefined; formId?: string | null | undefined }) =>
    !(destination && formId),
  fault: { path: ['destination'], error: 'Either a form or a page', params: { code: 'form_or_page' } },
};

/** Without form and destination it leads to the region's first form, else to the activity's own page. */
export const LinkInput = fields.refine(oneTarget.check, oneTarget.fault).meta({ id: 'LinkInput' });
export type LinkInput = z.infer<typeof LinkInput>;

/** What is left out stays; null clears. A form takes the place of a destination and the other way round. The code never changes. */
export const LinkChange = fields
  .partial()
  .extend({
    paused: z.boolean().optional(),
    /** Its last day, not before today. */
    expiresOn: Day.nullish(),
  })
  .refine(oneTarget.check, oneTarget.fault)
  .meta({ id: 'LinkChange' });
export type LinkChange = z.infer<typeof LinkChange>;

const LINK_STATES = ['active', 'paused', 'expired'] as const;

export const Link = z
  .object({
    id: z.uuid(),
    activityId: z.uuid(),
    code: z.string(),
    /** What is printed and shared. */
    url: z.string(),
    qrSvgUrl: z.string(),
    qrPngUrl: z.string(),
    destination: z.string().nullable(),
    formId: z.uuid().nullable(),
    medium: z.string().nullable(),
    label: z.string().nullable(),
    state: z.enum(LINK_STATES),
    pausedAt: InstantOut.nullable(),
    expiresOn: z.string().nullable(),
    createdAt: InstantOut,
    /** Where it leads at present: `url` is the form's path here, or an outside page with everything that is passed on. */
    target: z.object({ kind: z.enum(['form', 'page', 'none']), url: z.string().nullable() }),
    /** Clicks over all time, without bots and repeats. */
    clicks: z.int(),
  })
  .meta({ id: 'Link' });
export type Link = z.infer<typeof Link>;

/** The links of an activity and of its parts, the oldest first. */
export const Links = z.object({ items: z.array(Link) }).meta({ id: 'Links' });

/** Side of the picture in pixels. */
export const QrQuery = z.strictObject({ size: z.coerce.number().int().min(64).max(4096).default(1024) });
export type QrQuery = z.infer<typeof QrQuery>;
