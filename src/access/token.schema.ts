/** Tokens for programs. */
import * as z from 'zod';
import { InstantOut } from '../platform/page.schema.ts';
import { ROLES } from './permission.schema.ts';

export const NewToken = z
  .strictObject({ name: z.string().trim().min(2).max(80), role: z.enum(ROLES), days: z.int().min(1).max(730).default(365) })
  .meta({ id: 'NewToken' });
export type NewToken = z.infer<typeof NewToken>;

export const Token = z
  .object({ id: z.uuid(), name: z.string(), role: z.enum(ROLES), createdAt: InstantOut, expiresAt: InstantOut })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;
/** The token itself is told once. */
export const MadeToken = Token.extend({ token: z.string() }).meta({ id: 'MadeToken' });
