/** Makes the demo's partners, members, contact persons and programme. */
import { Injectable } from '@nestjs/common';
import type { Role } from '../access/permission.schema.ts';
import { ContactPersonService } from '../contact/contact-person.service.ts';
import { NewMembers } from '../contact/new-member.service.ts';
import { type Actor, RegionScope } from '../platform/region-scope.ts';
import { PartnerService } from '../region/partner.service.ts';
import { ProgrammeService } from '../region/programme.service.ts';
import { DemoProgress } from './demo.progress.ts';
import { CONTACTS, type DemoContact, EXAMPLE, MANAGER, MARKETER, PARTNERS, programme } from './koillismaa.people.ts';

/** Who plays in the demo, by the keys of its plan. */
export interface Cast {
  readonly contacts: ReadonlyMap<string, { readonly id: string; readonly actor: Actor }>;
  readonly marketer: Actor;
  readonly programmeId: string;
  readonly workPackages: ReadonlyMap<string, string>;
}

@Injectable()
export class DemoPeople {
  constructor(
    private readonly scope: RegionScope,
    private readonly partners: PartnerService,
    private readonly members: NewMembers,
    private readonly contactPersons: ContactPersonService,
    private readonly programmes: ProgrammeService,
    private readonly progress: DemoProgress,
  ) {}

  async load(userId: string, user: { readonly name: string; readonly email: string }): Promise<Cast> {
    const partners = await this.makePartners();
    const contacts = new Map<string, { id: string; actor: Actor }>();
    for (const [at, contact] of CONTACTS.entries()) {
      const partnerId = partners.get(contact.partner)!;
      contacts.set(
        contact.key,
        at === 0 ? await this.makeHer(userId, user, contact, partnerId) : await this.makeContact(contact, partnerId),
      );
      await this.progress.step();
    }
    const marketer = await this.makeMember(MARKETER, ['marketer'], partners.get(MARKETER.partner)!);
    await this.makeMember(MANAGER, ['manager'], partners.get(MANAGER.partner)!);
    const { id, workPackages } = await this.programmes.make(programme([...partners.values()]));
    return {
      contacts,
      marketer,
      programmeId: id,
      workPackages: new Map(workPackages.map(({ code, id: workPackage }) => [code, workPackage])),
    };
  }

  /** The partner made with the region becomes the first of the list. */
  private async makePartners(): Promise<Map<string, string>> {
    const made = new Map<string, string>();
    for (const [at, partner] of PARTNERS.entries()) {
      const { id } = at === 0 ? await this.partners.change(await this.partners.first(), partner) : await this.partners.make(partner);
      made.set(partner.name, id);
    }
    return made;
  }

  /** The profile of whoever looks around. */
  private async makeHer(userId: string, user: { name: string; email: string }, contact: DemoContact, partnerId: string) {
    const { title, languages, municipalities } = contact;
    const id = await this.contactPersons.write({ ...user, title, languages, municipalities }, partnerId, userId);
    return { id, actor: this.scope.here.actor };
  }

  private async makeContact({ key, firstName, title, languages, municipalities }: DemoContact, partnerId: string) {
    const { id: userId, contactPersonId } = await this.members.make({
      name: `${firstName} ${EXAMPLE}`,
      email: `${key}@koillismaa.example`,
      roles: ['contact'],
      partnerId,
      profile: { title, languages, municipalities },
    });
    return { id: contactPersonId!, actor: { userId, roles: ['contact'] } };
  }

  private async makeMember({ firstName }: { firstName: string }, roles: Role[], partnerId: string): Promise<Actor> {
    const { id } = await this.members.make({
      name: `${firstName} ${EXAMPLE}`,
      email: `${firstName.toLowerCase()}@koillismaa.example`,
      roles,
      partnerId,
    });
    return { userId: id, roles };
  }
}
