/** Changes members: roles, partner, access, and what they sign in with. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Passwords } from '../access/passwords.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { Conflict, Forbidden } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { PartnerService } from '../region/partner.service.ts';
import { RegionService } from '../region/region.service.ts';
import { ContactPersonService } from './contact-person.service.ts';
import { Leaving } from './leaving.ts';
import { MemberDirectory } from './member-directory.ts';
import { inOrder, Member, type MemberChange } from './member.schema.ts';

@Injectable()
export class MemberService {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
    private readonly regions: RegionService,
    private readonly partners: PartnerService,
    private readonly passwords: Passwords,
    private readonly contactPersons: ContactPersonService,
    private readonly leaving: Leaving,
    private readonly directory: MemberDirectory,
  ) {}

  /**
   * Takes effect with her next request. Without the role `contact`, or without access, she is no contact person any more.
   * Name and password belong to the user: only the one region she is a member of may change them.
   * @throws NotFound, Stale, Conflict `last_admin`, `member_elsewhere`; Forbidden `operator`; Problem 409 `still_holds`; Unprocessable `unknown_partner`
   */
  async change(userId: string, change: MemberChange): Promise<Member> {
    await this.regions.lock();
    const current = await this.directory.one(userId);
    this.concurrency.check(Member, current);
    await this.changeUser(current, change);
    if (change.partnerId) await this.changePartner(userId, change.partnerId);
    await this.changeMembership(await this.directory.one(userId), change);
    return this.directory.one(userId);
  }

  private async changeUser({ id, name: oldName }: Member, { name = oldName, password }: MemberChange): Promise<void> {
    if (name === oldName && password === undefined) return;
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`select from app_user where id = ${id} for update`);
    const user = await this.scope.row<{ operator: boolean; elsewhere: boolean }>(sql`
      select operator, exists (select from member m where m.user_id = u.id and m.region_id <> ${regionId}) as elsewhere from app_user u where u.id = ${id}`);
    if (user?.elsewhere)
      throw new Conflict('member_elsewhere', password === undefined ? 'name' : 'password', 'She is a member of another region, too');
    if (name !== oldName) await this.rename(id, oldName, name);
    if (password === undefined) return;
    if (user?.operator && id !== actorId) throw new Forbidden('operator', 'Only an operator changes her own password');
    await this.scope.rows(sql`update app_user set password_hash = ${await this.passwords.hash(password)} where id = ${id}`);
    if (id !== actorId) await this.scope.rows(sql`delete from session where user_id = ${id}`);
  }

  /** A profile that bears her name bears the new one. */
  private async rename(userId: string, oldName: string, name: string): Promise<void> {
    await this.scope.rows(sql`
      with renamed as (update app_user set name = ${name} where id = ${userId})
      update contact_person set name = ${name} where region_id = ${this.scope.here.regionId} and user_id = ${userId} and name = ${oldName}`);
  }

  private async changePartner(userId: string, partnerId: string): Promise<void> {
    await this.partners.mustBeThere([partnerId], () => 'partnerId');
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      with hers as (
        insert into partner_member (region_id, user_id, partner_id) values (${regionId}, ${userId}, ${partnerId})
        on conflict (region_id, user_id) do update set partner_id = excluded.partner_id)
      update contact_person set partner_id = ${partnerId} where region_id = ${regionId} and user_id = ${userId}`);
  }

  private async changeMembership(member: Member, change: MemberChange): Promise<void> {
    const next = { ...member, roles: inOrder(change.roles ?? member.roles), active: change.active ?? member.active };
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      update member set roles = ${next.roles}, deactivated_at = case when ${next.active} then null else coalesce(deactivated_at, now()) end
      where region_id = ${regionId} and user_id = ${next.id}`);
    const [admin] = await this.scope.rows(sql`
      select 1 from member where region_id = ${regionId} and 'admin' = any(roles) and deactivated_at is null limit 1`);
    if (!admin) throw new Conflict('last_admin', change.active === false ? 'active' : 'roles', 'A region needs an admin');
    await this.fitProfile(next);
  }

  /** An active member with the role `contact` has a present profile, and nobody else has. */
  private async fitProfile({ id, name, email, roles, active, partner }: Member): Promise<void> {
    const profile = await this.scope.row<{ id: string; present: boolean }>(sql`
      select id, left_at is null as present from contact_person where region_id = ${this.scope.here.regionId} and user_id = ${id}`);
    const isContact = active && roles.includes('contact');
    if (isContact === (profile?.present ?? false)) return;
    if (!isContact) await this.leaving.end(profile!.id);
    else if (profile) await this.leaving.begin(profile.id);
    else {
      const partnerId = partner?.id ?? (await this.partners.first());
      await this.contactPersons.write({ name, email, languages: [], municipalities: [] }, partnerId, id);
    }
  }
}
