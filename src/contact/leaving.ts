/** Contact persons who leave, and who return. A present profile with sign-in and an active member with the role `contact` are one. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Role } from '../access/permission.schema.ts';
import { Conflict, NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { RegionService } from '../region/region.service.ts';
import { Holdings } from './holdings.ts';
import { inOrder } from './member.schema.ts';

@Injectable()
export class Leaving {
  constructor(
    private readonly scope: RegionScope,
    private readonly regions: RegionService,
    private readonly holdings: Holdings,
  ) {}

  /**
   * She is no contact person any more. If she signs in, the role `contact` goes, too; when it was her only one, her access to the region ends.
   * @throws NotFound, Problem 409 `still_holds`
   */
  async leave(id: string): Promise<void> {
    await this.regions.lock();
    const userId = await this.end(id);
    await this.scope.rows(sql`
      update member set
        roles = case when cardinality(roles) > 1 then array_remove(roles, 'contact') else roles end,
        deactivated_at = case when cardinality(roles) > 1 then deactivated_at else coalesce(deactivated_at, now()) end
      where region_id = ${this.scope.here.regionId} and user_id = ${userId} and 'contact' = any(roles)`);
  }

  /**
   * Takes her leaving back, with her role and her access as they were.
   * @throws NotFound, Conflict `member_inactive` when her membership was ended for itself
   */
  async return(id: string): Promise<void> {
    await this.regions.lock();
    const userId = await this.begin(id);
    const { regionId } = this.scope.here;
    const member = await this.scope.row<{ roles: Role[]; active: boolean }>(sql`
      select roles, deactivated_at is null as active from member where region_id = ${regionId} and user_id = ${userId}`);
    if (!member) return;
    const endedByLeaving = !member.active && member.roles.every((role) => role === 'contact');
    if (!member.active && !endedByLeaving) throw new Conflict('member_inactive', undefined, 'Her membership has ended; renew it first');
    await this.scope.rows(sql`
      update member set roles = ${inOrder([...member.roles, 'contact'])}, deactivated_at = null
      where region_id = ${regionId} and user_id = ${userId}`);
  }

  /**
   * Ends a profile that holds nothing; the forms that show her show a colleague from now on. The user behind it, if there is one.
   * @throws NotFound, Problem 409 `still_holds`
   */
  async end(id: string): Promise<string | null> {
    const { regionId } = this.scope.here;
    const profile = await this.scope.row<{ userId: string | null }>(sql`
      select user_id as "userId" from contact_person where region_id = ${regionId} and id = ${id} for update`);
    if (!profile) throw new NotFound('This contact person');
    await this.holdings.mustBeNone(id);
    await this.scope.rows(sql`
      update contact_person set left_at = now() where region_id = ${regionId} and id = ${id} and left_at is null`);
    await this.passFormsOn(id);
    return profile.userId;
  }

  /** To somebody present: of her partner before others, not away before others, the eldest first. When nobody is left they wait for the next. */
  private async passFormsOn(id: string): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      update contact_form f set contact_person_id = heir.id
      from (select c.id from contact_person c
            join contact_person gone on gone.region_id = c.region_id and gone.id = ${id}
            where c.region_id = ${regionId} and c.left_at is null
            order by c.partner_id = gone.partner_id desc,
                     exists (select from absence a where a.region_id = c.region_id and a.contact_person_id = c.id and a.period @> current_date),
                     c.created_at, c.id
            limit 1) heir
      where f.region_id = ${regionId} and f.contact_person_id = ${id}`);
  }

  /** Opens a profile again. The user behind it, if there is one. @throws NotFound */
  async begin(id: string): Promise<string | null> {
    const profile = await this.scope.row<{ userId: string | null }>(sql`
      update contact_person set left_at = null where region_id = ${this.scope.here.regionId} and id = ${id} returning user_id as "userId"`);
    if (!profile) throw new NotFound('This contact person');
    return profile.userId;
  }
}
