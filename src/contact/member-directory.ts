/** Members of the region as admins read them. */
import { Injectable } from '@nestjs/common';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { Member, MemberList } from './member.schema.ts';

const ORDER = { name: raw('lower(u.name), u.id'), '-name': raw('lower(u.name) desc, u.id desc') };

@Injectable()
export class MemberDirectory {
  constructor(private readonly scope: RegionScope) {}

  /** `q` finds a part of the name or the e-mail address. */
  async list(asked: MemberList): Promise<Page<Member>> {
    const active = asked.active === 'all' ? null : asked.active === 'true';
    const rows = await this.scope.rows<Member & { total: number }>(sql`
      select ${this.columns()}, count(*) over ()::int as total from member m join app_user u on u.id = m.user_id
      where m.region_id = ${this.scope.here.regionId}
        and (${active}::boolean is null or (m.deactivated_at is null) = ${active}::boolean)
        and strpos(lower(concat_ws(' ', u.name, u.email)), lower(${asked.q ?? ''})) > 0
      order by ${ORDER[asked.sort]} limit ${asked.limit} offset ${offsetOf(asked)}`);
    return pageFrom(rows, asked);
  }

  /** By the user's id. @throws NotFound */
  async one(userId: string): Promise<Member> {
    const row = await this.scope.row<Member>(sql`
      select ${this.columns()} from member m join app_user u on u.id = m.user_id
      where m.region_id = ${this.scope.here.regionId} and m.user_id = ${userId}`);
    if (!row) throw new NotFound('This member');
    return row;
  }

  private columns(): Sql {
    const { regionId } = this.scope.here;
    return sql`u.id, u.name, u.email, m.roles, m.deactivated_at is null as active,
      (select jsonb_build_object('id', p.id, 'name', p.name) from partner_member pm
         join partner p on p.region_id = ${regionId} and p.id = pm.partner_id
         where pm.region_id = ${regionId} and pm.user_id = m.user_id) as partner,
      (select c.id from contact_person c
         where c.region_id = ${regionId} and c.user_id = m.user_id and c.left_at is null) as "contactPersonId"`;
  }
}
