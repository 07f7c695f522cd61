/** Everything that is kept about one person, as she may ask for it (Articles 15 and 20). */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';

const Text = z.string().nullable();
const Voided = z.object({ at: InstantOut, reason: z.string() }).nullable();

const ExportedLead = z.object({
  id: z.uuid(),
  intent: z.string(),
  pipeline: z.string(),
  /** Key; null: it was merged into another, which has its stage. */
  stage: Text,
  /** As the region calls it. */
  stageLabel: Text,
  municipality: Text,
  language: Text,
  origin: Text,
  ageClass: Text,
  heardFrom: z.array(z.object({ key: z.string(), label: Text })),
  owner: Text,
  createdAt: InstantOut,
  mergedInto: z.uuid().nullable(),
  bases: z.array(z.object({ at: InstantOut, kind: z.string(), noticeVersion: Text, noticeGiven: Text })),
  touches: z.array(z.object({ at: InstantOut, how: z.string(), activity: Text, organisation: Text, voided: Voided })),
  stages: z.array(z.object({ at: InstantOut, stage: z.string(), stageLabel: Text, reason: Text, reasonLabel: Text, voided: Voided })),
  owners: z.array(z.object({ at: InstantOut, to: Text })),
  notes: z.array(z.object({ at: InstantOut, text: z.string(), contact: z.boolean() })),
  outcomes: z.array(
    z.object({
      day: z.string(),
      type: z.string(),
      municipality: z.string(),
      adults: z.int().nullable(),
      children: z.int().nullable(),
      fromCountry: Text,
      fromMunicipality: Text,
      residence: Text,
      homeMunicipality: Text,
      organisation: Text,
      voided: Voided,
    }),
  ),
  followUps: z.array(
    z.object({ dueOn: z.string(), months: z.int(), answers: z.array(z.object({ day: z.string(), status: z.string(), cameAnyway: Text })) }),
  ),
});
export type ExportedLead = z.infer<typeof ExportedLead>;

export const PersonExport = z
  .object({
    madeAt: InstantOut,
    region: z.string(),
    controllers: z.array(z.string()),
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      email: Text,
      phone: Text,
      languages: z.array(z.string()),
      protected: z.boolean(),
      createdAt: InstantOut,
      restriction: Text,
      /** Further entries that were found to be her. */
      alsoKnownAs: z.array(z.object({ id: z.uuid(), name: Text, email: Text, phone: Text, languages: z.array(z.string()) })),
    }),
    leads: z.array(ExportedLead),
    attendances: z.array(
      z.object({ activity: z.string(), day: z.string(), organisation: Text, wantsContact: z.boolean(), enteredAt: InstantOut }),
    ),
    mails: z.array(z.object({ at: InstantOut, kind: z.string(), to: Text, subject: Text, text: Text, state: z.string() })),
    objections: z.array(z.object({ at: InstantOut, bases: z.array(z.string()), decideBy: z.string(), decision: Text })),
    erasures: z.array(z.object({ at: InstantOut, askedBy: z.string(), reason: z.string(), restrictedUntil: Text })),
    /** Who read or changed her page and when; names of staff are for the staff's own eyes. */
    reads: z.array(z.object({ at: InstantOut, action: z.string(), by: Text })),
  })
  .meta({ id: 'PersonExport' });
export type PersonExport = z.infer<typeof PersonExport>;
