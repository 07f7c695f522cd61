/** Contact persons: their profiles, and what other rooms must know of them. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import { NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { PartnerService } from '../region/partner.service.ts';
import { ContactDirectory } from './contact-directory.ts';
import {
  type ContactPerson,
  type ContactPersonChange,
  type ContactPersonInput,
  ContactPersonVersion,
  type OwnProfileChange,
} from './contact-person.schema.ts';

@Injectable()
export class ContactPersonService {
  constructor(
    private readonly scope: RegionScope,
    private readonly concurrency: Concurrency,
    private readonly partners: PartnerService,
    private readonly directory: ContactDirectory,
    private readonly viewer: Viewer,
  ) {}

  /**
   * Makes a profile without sign-in; her partner is by default the region's first.
   * @throws Unprocessable `unknown_partner`
   */
  async make(input: ContactPersonInput): Promise<ContactPerson> {
    if (input.partnerId) await this.partners.mustBeThere([input.partnerId], () => 'partnerId');
    const id = await this.write(input, input.partnerId ?? (await this.partners.first()), null);
    return this.directory.one(id);
  }

  /** Writes a new profile, of the user who signs in as her or of nobody. Its id. */
  async write(profile: Omit<ContactPersonInput, 'partnerId'>, partnerId: string, userId: string | null): Promise<string> {
    const id = newId();
    await this.scope.rows(sql`
      insert into contact_person (region_id, id, user_id, partner_id, name, title, phone, email, languages, municipalities)
      values (${this.scope.here.regionId}, ${id}, ${userId}, ${partnerId}, ${profile.name}, ${profile.title ?? null}, ${profile.phone ?? null},
        ${profile.email ?? null}, ${distinct(profile.languages)}, ${distinct(profile.municipalities)})`);
    return id;
  }

  /**
   * Changes a profile. With her partner the controller of her leads' personal data changes, too; the audit tells from which to which.
   * @throws NotFound, Stale, Unprocessable `unknown_partner`
   */
  async change(id: string, change: ContactPersonChange): Promise<ContactPerson> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from contact_person where region_id = ${regionId} and id = ${id} for no key update`);
    const current = await this.directory.one(id);
    this.concurrency.check(ContactPersonVersion, current);
    if (change.partnerId) await this.partners.mustBeThere([change.partnerId], () => 'partnerId');
    const next = { ...current, partnerId: current.partner.id, ...change };
    await this.scope.rows(sql`
      with changed as (
        update contact_person set name = ${next.name}, title = ${next.title}, phone = ${next.phone}, email = ${next.email},
          languages = ${distinct(next.languages)}, municipalities = ${distinct(next.municipalities)}, partner_id = ${next.partnerId}
        where region_id = ${regionId} and id = ${id} returning user_id)
      update partner_member m set partner_id = ${next.partnerId} from changed where m.region_id = ${regionId} and m.user_id = changed.user_id`);
    return this.directory.one(id);
  }

  /** Changes the viewer's own profile. @throws NotFound when she has none, Stale */
  async changeOwn(change: OwnProfileChange): Promise<ContactPerson> {
    const own = await this.viewer.contactPersonId();
    if (!own) throw new NotFound('Your profile');
    return this.change(own, change);
  }

  /**
   * Lets only a contact person pass who can own work, and keeps her from leaving until this request is done.
   * @throws Unprocessable `not_a_contact_person` at `path` when she is unknown or has left
   */
  async mustOwnWork(id: string, path: string): Promise<void> {
    const row = await this.scope.row<{ left: boolean }>(sql`
      select left_at is not null as "left" from contact_person where region_id = ${this.scope.here.regionId} and id = ${id} for share`);
    if (!row) throw new Unprocessable('not_a_contact_person', path, 'There is no such contact person here');
    if (row.left) throw new Unprocessable('not_a_contact_person', path, 'This contact person has left');
  }

  /** Her partner. @throws NotFound */
  async partnerOf(id: string): Promise<string> {
    const row = await this.scope.row<{ partnerId: string }>(sql`
      select partner_id as "partnerId" from contact_person where region_id = ${this.scope.here.regionId} and id = ${id}`);
    if (!row) throw new NotFound('This contact person');
    return row.partnerId;
  }

  /** Ids of those who are there on this day: not away, and not left by today. */
  async present(day: string): Promise<string[]> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<{ id: string }>(sql`
      select c.id from contact_person c where c.region_id = ${regionId} and c.left_at is null and not exists (
        select from absence a where a.region_id = ${regionId} and a.contact_person_id = c.id and a.period @> ${day}::date)
      order by c.id`);
    return rows.map(({ id }) => id);
  }

  /** Ids of those whose substitute she is on this day. Nobody's, once she has left. */
  async substitutedBy(contactPersonId: string, day: string): Promise<string[]> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<{ id: string }>(sql`
      select a.contact_person_id as id from absence a
      join contact_person s on s.region_id = ${regionId} and s.id = a.substitute_id and s.left_at is null
      where a.region_id = ${regionId} and a.substitute_id = ${contactPersonId} and a.period @> ${day}::date
      order by a.contact_person_id`);
    return rows.map(({ id }) => id);
  }
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
