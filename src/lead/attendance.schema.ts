/** Attendance of an event: how many came, in which languages, who by name, and which organisations. */
import * as z from 'zod';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { OrganisationRef } from '../organisation/organisation.schema.ts';
import { listQuery } from '../platform/page.schema.ts';
import { PersonInput } from './person.schema.ts';
import { INTENTS } from './pipeline.schema.ts';

/** A repeat replaces headcount and languages, and adds attendees and organisations. */
export const AttendanceInput = z
  .strictObject({
    headcount: z.int().min(0).max(1_000_000).optional(),
    byLanguage: z.record(LanguageCode, z.int().min(0).max(1_000_000)).optional(),
    attendees: z
      .array(
        z
          .strictObject({
            personId: z.uuid().optional(),
            person: PersonInput.optional(),
            organisationId: z.uuid().optional(),
            wantsContact: z.boolean().default(false),
            /** When she becomes a lead; else what fits the event. */ intent: z.enum(INTENTS).optional(),
          })
          .refine(({ personId, person }) => (personId === undefined) !== (person === undefined), {
            path: ['person'],
            error: 'Name one person',
            params: { code: 'one_person' },
          }),
      )
      .max(2000)
      .optional(),
    organisations: z.array(OrganisationRef).max(2000).optional(),
  })
  .meta({ id: 'AttendanceInput' });
export type AttendanceInput = z.infer<typeof AttendanceInput>;

export const Attendance = z
  .object({
    headcount: z.int().nullable(),
    /** Null: hidden as a small number, with `suppressed` beside. */
    byLanguage: z.record(z.string(), z.int().nullable()),
    suppressed: z.literal(true).optional(),
    attendees: z.int(),
    organisations: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'Attendance' });
export type Attendance = z.infer<typeof Attendance>;

/** A named attendee, for who may see persons. */
export const Attendee = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    organisation: z.string().nullable(),
    wantsContact: z.boolean(),
    leadId: z.uuid().nullable(),
  })
  .meta({ id: 'Attendee' });
export type Attendee = z.infer<typeof Attendee>;

/** The attendees by name, whom the viewer may see. */
export const AttendeeList = z.strictObject(listQuery);
export type AttendeeList = z.infer<typeof AttendeeList>;
