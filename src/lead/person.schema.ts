/** Persons: the only place where names, addresses and numbers of people live. */
import * as z from 'zod';
import { Email } from '../access/session.schema.ts';
import { LanguageCode, Phone } from '../contact/contact-person.schema.ts';

export const PersonInput = z
  .strictObject({
    name: z.string().trim().min(1).max(160),
    email: Email.optional(),
    phone: Phone.optional(),
    languages: z.array(LanguageCode).max(20).default([]),
    /** Non-disclosure order: seen by the owner alone, without municipality. */
    protected: z.boolean().optional(),
  })
  .meta({ id: 'PersonInput' });
export type PersonInput = z.infer<typeof PersonInput>;
/** Null clears. What is absent stays: no default stands in for it. */
export const PersonChange = PersonInput.extend({ email: Email.nullish(), phone: Phone.nullish(), languages: z.array(LanguageCode).max(20) })
  .partial()
  .meta({ id: 'PersonChange' });
export type PersonChange = z.infer<typeof PersonChange>;

/** Why her data is kept and not used. */
export const RESTRICTION_CAUSES = ['asked', 'objection', 'evidence'] as const;
/** Kept and not used: nobody contacts her. `until` is the last day for deciding an objection, the day on which evidence ends, or null: until somebody lifts it. */
export const Restriction = z.object({ because: z.enum(RESTRICTION_CAUSES), until: z.string().nullable() });
export type Restriction = z.infer<typeof Restriction>;

export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  languages: z.array(z.string()),
  protected: z.boolean(),
});
export type Person = z.infer<typeof Person>;
