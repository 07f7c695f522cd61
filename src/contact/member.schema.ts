/** Members: users of a region with their roles and partner. */
import * as z from 'zod';
import { type Role, ROLES } from '../access/permission.schema.ts';
import { Email, Password } from '../access/session.schema.ts';
import { listQuery } from '../platform/page.schema.ts';
import { Profile } from './contact-person.schema.ts';

const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);

/** Roles without repetition, in the order of the table. */
export const inOrder = (held: readonly Role[]): Role[] => ROLES.filter((role) => held.includes(role));

/** With the role `contact` a profile is made, too. Without a password a known user keeps hers; a new one gets a first password in the answer. */
export const NewMember = z
  .strictObject({
    name: z.string().trim().min(2).max(120),
    email: Email,
    roles,
    partnerId: z.uuid().optional(),
    password: Password.optional(),
    profile: Profile.optional(),
    /** An existing profile without sign-in that becomes hers. */
    contactPersonId: z.uuid().optional(),
  })
  .meta({ id: 'NewMember' });
export type NewMember = z.infer<typeof NewMember>;

export const MemberChange = z
  .strictObject({ name: NewMember.shape.name, roles, partnerId: z.uuid(), password: Password, active: z.boolean() })
  .partial()
  .meta({ id: 'MemberChange' });
export type MemberChange = z.infer<typeof MemberChange>;

export const Member = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(ROLES)),
    partner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    contactPersonId: z.uuid().nullable(),
    active: z.boolean(),
    /** Only in the answer to making her, only when none was given. */
    firstPassword: z.string().optional(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

export const MemberList = z.strictObject({
  ...listQuery,
  sort: z.enum(['name', '-name']).default('name'),
  active: z.enum(['true', 'false', 'all']).default('all'),
});
export type MemberList = z.infer<typeof MemberList>;
