/** Makes members: a known or a new user joins the region, with a contact person's profile when that is her role. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Passwords } from '../access/passwords.ts';
import { newId } from '../platform/id.ts';
import { Conflict, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { PartnerService } from '../region/partner.service.ts';
import { RegionService } from '../region/region.service.ts';
import { ContactPersonService } from './contact-person.service.ts';
import { MemberDirectory } from './member-directory.ts';
import { type Member, type NewMember, inOrder } from './member.schema.ts';

@Injectable()
export class NewMembers {
  constructor(
    private readonly scope: RegionScope,
    private readonly regions: RegionService,
    private readonly partners: PartnerService,
    private readonly passwords: Passwords,
    private readonly contactPersons: ContactPersonService,
    private readonly directory: MemberDirectory,
  ) {}

  /**
   * A user known by her e-mail address joins with her own name and password; a new one gets those given, or a first password that the
   * answer tells this once. The role `contact` makes her profile, or takes over the one without sign-in at `contactPersonId`.
   * @throws Conflict `already_member`, `profile_has_sign_in`; Unprocessable `unknown_partner`, `unknown_contact_person`, `needs_contact_role`
   */
  async make(input: NewMember): Promise<Member> {
    const isContact = input.roles.includes('contact');
    if (input.contactPersonId && !isContact) {
      throw new Unprocessable('needs_contact_role', 'contactPersonId', 'A profile belongs to a member with the role contact');
    }
    if (input.partnerId) await this.partners.mustBeThere([input.partnerId], () => 'partnerId');
    await this.regions.lock();
    const known = input.contactPersonId ? await this.profileToTakeOver(input.contactPersonId) : undefined;
    const partnerId = input.partnerId ?? known ?? (await this.partners.first());
    const user = await this.userOf(input);
    await this.join(user.id, inOrder(input.roles), partnerId);
    if (input.contactPersonId) await this.takeOver(input.contactPersonId, user.id, partnerId, input);
    else if (isContact)
      await this.contactPersons.write({ languages: [], municipalities: [], ...input.profile, ...contactOf(input) }, partnerId, user.id);
    const member = await this.directory.one(user.id);
    return user.firstPassword ? { ...member, firstPassword: user.firstPassword } : member;
  }

  /** The user of this address. Only a new one takes the name and the password. */
  private async userOf({ name, email, password }: NewMember): Promise<{ id: string; firstPassword?: string }> {
    const known = await this.userWith(email);
    if (known) return known;
    const firstPassword = password ? undefined : this.passwords.readable();
    const hash = await this.passwords.hash(password ?? firstPassword!);
    const made = await this.scope.row<{ id: string }>(sql`
      insert into app_user (id, email, name, password_hash) values (${newId()}, ${email}, ${name}, ${hash})
      on conflict (lower(email)) do nothing returning id`);
    if (made) return firstPassword ? { id: made.id, firstPassword } : made;
    return (await this.userWith(email))!;
  }

  private userWith(email: string): Promise<{ id: string } | undefined> {
    return this.scope.row<{ id: string }>(sql`select id from app_user where lower(email) = lower(${email})`);
  }

  private async join(userId: string, roles: readonly string[], partnerId: string): Promise<void> {
    const { regionId } = this.scope.here;
    const joined = await this.scope.row(sql`
      insert into member (region_id, user_id, roles) values (${regionId}, ${userId}, ${roles}) on conflict do nothing returning user_id`);
    if (!joined) throw new Conflict('already_member', 'email', 'She is a member already; an ended membership can be renewed');
    await this.scope.rows(sql`insert into partner_member (region_id, user_id, partner_id) values (${regionId}, ${userId}, ${partnerId})`);
  }

  /** The partner of a profile without sign-in, which nobody else takes meanwhile. */
  private async profileToTakeOver(id: string): Promise<string> {
    const profile = await this.scope.row<{ userId: string | null; partnerId: string }>(sql`
      select user_id as "userId", partner_id as "partnerId" from contact_person
      where region_id = ${this.scope.here.regionId} and id = ${id} for update`);
    if (!profile) throw new Unprocessable('unknown_contact_person', 'contactPersonId', 'There is no such contact person here');
    if (profile.userId) throw new Conflict('profile_has_sign_in', 'contactPersonId', 'This profile belongs to somebody who signs in');
    return profile.partnerId;
  }

  /** Her name stays as the profile has it; what the profile lacks or the caller says anew is written. */
  private async takeOver(id: string, userId: string, partnerId: string, { email, profile }: NewMember): Promise<void> {
    const { title = null, phone = null, languages = [], municipalities = [] } = profile ?? {};
    await this.scope.rows(sql`
      update contact_person set user_id = ${userId}, partner_id = ${partnerId}, left_at = null, email = coalesce(email, ${email}),
        title = coalesce(${title}, title), phone = coalesce(${phone}, phone),
        languages = case when cardinality(${languages}::text[]) > 0 then ${languages}::text[] else languages end,
        municipalities = case when cardinality(${municipalities}::text[]) > 0 then ${municipalities}::text[] else municipalities end
      where region_id = ${this.scope.here.regionId} and id = ${id}`);
  }
}

const contactOf = ({ name, email }: NewMember) => ({ name, email });
