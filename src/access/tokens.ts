/** Region-scoped tokens for programs: a role and an expiry, kept as a hash. */
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import sql from 'sql-template-tag';
import { Databases } from '../platform/databases.ts';
import { newId } from '../platform/id.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope, type RegionFacts } from '../platform/region-scope.ts';
import type { MembershipFacts } from './memberships.ts';
import { REGION_FACTS } from '../platform/region-directory.ts';
import type { NewToken, Token } from './token.schema.ts';

/** What a program shows at the door; undefined for people. */
export const bearerOf = (request: FastifyRequest): string | undefined => /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];

const PREFIX = 'sup_';
const digest = (token: string) => createHash('sha256').update(token).digest();

@Injectable()
export class Tokens {
  constructor(
    private readonly databases: Databases,
    private readonly scope: RegionScope,
  ) {}

  /** What a bearer token opens; undefined when it is unknown, expired, revoked, or for another region. */
  async find(token: string, slug: string): Promise<(MembershipFacts & { readonly userId: string }) | undefined> {
    const row = await this.databases.row<RegionFacts & { role: string; userId: string }>(sql`
      select ${REGION_FACTS}, t.role, t.created_by as "userId" from api_token t join region r on r.id = t.region_id
      join member m on m.region_id = t.region_id and m.user_id = t.created_by and m.deactivated_at is null
      where t.token_hash = ${digest(token)} and r.slug = ${slug} and t.revoked_at is null and t.expires_at > now()`);
    if (!row) return undefined;
    const { role, userId, ...region } = row;
    return { region, roles: [role], userId };
  }

  /** Makes a token; it is shown this once. */
  async make({ name, role, days }: NewToken): Promise<Token & { token: string }> {
    const { regionId, actorId } = this.scope.here;
    const token = PREFIX + randomBytes(32).toString('base64url');
    const row = await this.scope.row<Token>(sql`
      insert into api_token (token_hash, region_id, id, name, role, created_by, expires_at)
      values (${digest(token)}, ${regionId}, ${newId()}, ${name}, ${role}, ${actorId}, now() + make_interval(days => ${days}))
      returning id, name, role, created_at as "createdAt", expires_at as "expiresAt"`);
    return { ...row!, token };
  }

  /** Those that still open something, the newest first. */
  list(): Promise<Token[]> {
    return this.scope.rows<Token>(sql`
      select id, name, role, created_at as "createdAt", expires_at as "expiresAt" from api_token
      where region_id = ${this.scope.here.regionId} and revoked_at is null and expires_at > now() order by created_at desc`);
  }

  /** @throws NotFound */
  async revoke(id: string): Promise<void> {
    const revoked = await this.scope.row(sql`
      update api_token set revoked_at = now() where region_id = ${this.scope.here.regionId} and id = ${id} and revoked_at is null returning id`);
    if (!revoked) throw new NotFound('This token');
  }
}
