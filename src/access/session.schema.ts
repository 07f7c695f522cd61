/** Signing in and out, and what the client learns about who is there. */
import * as z from 'zod';
import { ROLES } from './permission.schema.ts';

export const Email = z.email().max(254).trim().toLowerCase();

/** At least ten characters, not one of the common ones, not the same character over and over. */
export const Password = z
  .string()
  .min(10)
  .max(200)
  .refine((password) => new Set(password).size >= 5, { error: 'Use more different characters', params: { code: 'weak_password' } })
  .refine((password) => !/^(password|salasana|qwerty|123456)/i.test(password), {
    error: 'This is too easy to guess',
    params: { code: 'weak_password' },
  });

export const SignIn = z.strictObject({ email: Email, password: z.string().min(1).max(200) }).meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

export const Membership = z.object({
  region: z.object({
    slug: z.string(),
    name: z.string(),
    demo: z.boolean(),
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
  }),
  roles: z.array(z.enum(ROLES)),
  /** Her own contact person's profile in this region, if she has one. */
  contactPersonId: z.uuid().nullable(),
  partnerId: z.uuid().nullable(),
});
export type Membership = z.infer<typeof Membership>;

export const Session = z
  .object({
    user: z.object({ id: z.uuid(), name: z.string(), email: z.string(), operator: z.boolean() }),
    memberships: z.array(Membership),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
