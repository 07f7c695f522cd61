/** Sessions, kept in the database: who is signed in, until when, and what she may enter. */
import '@fastify/cookie';
import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import sql from 'sql-template-tag';
import { Databases } from '../platform/databases.ts';
import { Unauthenticated } from '../platform/problem.ts';
import { RegionScope, type RegionFacts } from '../platform/region-scope.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { Memberships } from './memberships.ts';
import type { Role } from './permission.schema.ts';
import type { Session } from './session.schema.ts';

export const COOKIE = 'suppilo_session';
const DAYS = 14;
/** `last_seen_at` and the expiry move at most this often. */
const TOUCH_MINUTES = 10;

export interface SignedInUser {
  readonly userId: string;
  readonly operator: boolean;
}

@Injectable()
export class Sessions {
  constructor(
    private readonly databases: Databases,
    private readonly scope: RegionScope,
    private readonly memberships: Memberships,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Signs a user in: a new token in a cookie, its keyed hash in the database. */
  async begin(userId: string, reply: FastifyReply): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    await this.databases.rows(sql`
      insert into session (token_hash, user_id, expires_at) values (${this.keyed(token)}, ${userId}, now() + make_interval(days => ${DAYS}))`);
    reply.setCookie(COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.publicUrl?.startsWith('https:') ?? false,
      maxAge: DAYS * 86_400,
    });
  }

  /** Who holds this token; undefined when nobody does any more. Prolongs the session while it is used. */
  async find(token: string): Promise<SignedInUser | undefined> {
    const hash = this.keyed(token);
    const row = await this.databases.row<{ userId: string; operator: boolean; old: boolean }>(sql`
      select s.user_id as "userId", u.operator, s.last_seen_at < now() - make_interval(mins => ${TOUCH_MINUTES}) as old
      from session s join app_user u on u.id = s.user_id where s.token_hash = ${hash} and s.expires_at > now()`);
    if (row?.old) {
      await this.databases.rows(sql`
        update session set last_seen_at = now(), expires_at = now() + make_interval(days => ${DAYS}) where token_hash = ${hash}`);
    }
    return row;
  }

  /** Who holds this token, without prolonging anything. */
  async holder(token: string): Promise<string | undefined> {
    const row = await this.databases.row<{ userId: string }>(sql`
      select user_id as "userId" from session where token_hash = ${this.keyed(token)} and expires_at > now()`);
    return row?.userId;
  }

  /** Ends the session of this token. */
  async end(token: string | undefined, reply: FastifyReply): Promise<void> {
    if (token) await this.databases.rows(sql`delete from session where token_hash = ${this.keyed(token)}`);
    reply.clearCookie(COOKIE, { path: '/' });
  }

  /** Ends every session of a user: her password changed, or she left. */
  async endAll(userId: string): Promise<void> {
    await this.databases.rows(sql`delete from session where user_id = ${userId}`);
  }

  /** Who she is and where she belongs. @throws Unauthenticated when there is no such user any more */
  async describe(userId: string): Promise<Session> {
    const user = await this.databases.row<Session['user']>(sql`select id, name, email, operator from app_user where id = ${userId}`);
    if (!user) throw new Unauthenticated();
    const of = await this.memberships.of(userId);
    const memberships: Session['memberships'] = [];
    for (const { region, roles } of of)
      memberships.push({ region: shown(region), roles: roles as Role[], ...(await this.place(region, userId, roles)) });
    return { user, memberships };
  }

  /** Her own profile and partner in a region. */
  private async place(region: RegionFacts, userId: string, roles: readonly string[]) {
    const row = await this.scope.run(region, { userId, roles }, () =>
      this.scope.row<{ contactPersonId: string | null; partnerId: string | null }>(sql`
        select (select id from contact_person where region_id = ${region.id} and user_id = ${userId} and left_at is null) as "contactPersonId",
               (select partner_id from partner_member where region_id = ${region.id} and user_id = ${userId}) as "partnerId"`),
    );
    return { contactPersonId: row?.contactPersonId ?? null, partnerId: row?.partnerId ?? null };
  }

  private keyed(token: string): Buffer {
    return createHmac('sha256', this.settings.sessionSecret).update(token).digest();
  }
}

const shown = ({ slug, name, demo, locale, timeZone, currency }: RegionFacts) => ({ slug, name, demo, locale, timeZone, currency });
