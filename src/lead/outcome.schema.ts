/** Outcomes: what happened; and their follow-ups: still here, and did our work matter? */
import * as z from 'zod';
import { BusinessId } from '../platform/business-id.schema.ts';
import { MunicipalityCode } from '../platform/municipality.schema.ts';
import { Day, InstantOut, listQuery } from '../platform/page.schema.ts';
import { OrganisationRef } from '../organisation/organisation.schema.ts';

export const OUTCOME_TYPES = ['settled_mover', 'new_company', 'employed', 'studying'] as const;
export type OutcomeType = (typeof OUTCOME_TYPES)[number];
export const RESIDENCES = ['permanent', 'temporary', 'seasonal'] as const;
export const HOME_MUNICIPALITY = ['yes', 'no', 'unknown'] as const;

const people = z.int().min(0).max(30);
/** `moveCreation` true: when it lies before the lead's creation, the creation moves back to that day instead of a refusal. */
const common = { on: Day, municipality: MunicipalityCode, moveCreation: z.boolean().optional() };

export const SettledMoverInput = z.strictObject({
  type: z.literal('settled_mover'),
  ...common,
  adults: people,
  children: people,
  from: z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), municipality: MunicipalityCode.optional() }).optional(),
  residence: z.enum(RESIDENCES).optional(),
  homeMunicipality: z.enum(HOME_MUNICIPALITY).optional(),
});
/** The business id is not required: sole traders, and companies being founded, have none yet. */
export const NewCompanyInput = z.strictObject({
  type: z.literal('new_company'),
  ...common,
  businessId: BusinessId.optional(),
  name: z.string().trim().min(1).max(160),
  industry: z.string().trim().max(120).optional(),
  founders: z.int().min(1).max(50).optional(),
  soleTrader: z.boolean().optional(),
});
const atOrganisation = { ...common, organisationId: z.uuid().optional(), organisation: OrganisationRef.optional() };
export const EmployedInput = z.strictObject({ type: z.literal('employed'), ...atOrganisation });
export const StudyingInput = z.strictObject({ type: z.literal('studying'), ...atOrganisation });

export const OutcomeInput = z
  .discriminatedUnion('type', [SettledMoverInput, NewCompanyInput, EmployedInput, StudyingInput])
  .refine((outcome) => outcome.type !== 'settled_mover' || outcome.adults + outcome.children > 0, {
    path: ['adults'],
    error: 'A household has somebody in it',
    params: { code: 'empty_household' },
  })
  .meta({ id: 'OutcomeInput' });
export type OutcomeInput = z.infer<typeof OutcomeInput>;

export const Outcome = z
  .object({
    id: z.uuid(),
    leadId: z.uuid(),
    type: z.enum(OUTCOME_TYPES),
    on: z.string(),
    municipality: z.string(),
    adults: z.int().nullable(),
    children: z.int().nullable(),
    residence: z.enum(RESIDENCES).nullable(),
    homeMunicipality: z.enum(HOME_MUNICIPALITY).nullable(),
    organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    followUps: z.array(z.object({ id: z.uuid(), months: z.int(), dueOn: z.string() })),
  })
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof Outcome>;

export const FOLLOW_UP_STATUSES = ['still_here', 'left', 'no_answer'] as const;
export const CAME_ANYWAY = ['yes', 'partly', 'no'] as const;

/** `left` closes the later ones. */
/** Who answered: a contact person who asked, or the person herself by the link in a mail. */
export const ANSWERED_BY = ['contact_person', 'person'] as const;

export const FollowUpAnswer = z
  .strictObject({
    status: z.enum(FOLLOW_UP_STATUSES),
    on: Day,
    cameAnyway: z.enum(CAME_ANYWAY).optional(),
    note: z.string().trim().max(4000).optional(),
  })
  .meta({ id: 'FollowUpAnswer' });
export type FollowUpAnswer = z.infer<typeof FollowUpAnswer>;

export const FollowUpList = z.strictObject({ ...listQuery, due: Day.optional(), assignee: z.string().max(40).optional() });
export type FollowUpList = z.infer<typeof FollowUpList>;

export const FollowUp = z
  .object({
    id: z.uuid(),
    leadId: z.uuid(),
    person: z.object({ name: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
    months: z.int(),
    dueOn: z.string(),
    /** When the person was asked by mail. */
    askedAt: InstantOut.nullable(),
    assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    outcome: z
      .object({
        id: z.uuid(),
        type: z.enum(OUTCOME_TYPES),
        on: z.string(),
        municipality: z.string().nullable(),
        adults: z.int().nullable(),
        children: z.int().nullable(),
        organisation: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** `id` is the follow-up, `answerId` what can be voided, `closed` how many later ones need no answer any more. */
export const FollowUpAnswered = z
  .object({ id: z.uuid(), answerId: z.uuid(), status: z.enum(FOLLOW_UP_STATUSES), closed: z.int() })
  .meta({ id: 'FollowUpAnswered' });
export type FollowUpAnswered = z.infer<typeof FollowUpAnswered>;
