/** A person's own page: whom a link opens, and what she may do there herself. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { type Person, PersonChange } from '../lead/person.schema.ts';
import { Persons } from '../lead/person.service.ts';
import { addDays, Calendar } from '../platform/calendar.ts';
import { PublicAddress } from '../platform/public-address.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';
import { SignedLinks } from '../platform/signed-link.ts';
import { Erasures } from './erasure.service.ts';
import { SENT_TO_HER } from './export.query.ts';
import { Exports } from './export.service.ts';
import type { PersonExport } from './export.schema.ts';
import { OwnPageMails } from './own-page.mails.ts';
import { OwnPageNotes } from './own-page.note.ts';
import type { OwnPage, Privacy } from './privacy.schema.ts';
import { PrivacyService } from './privacy.service.ts';
import { Restrictions } from './restriction.service.ts';

export const OWN_PAGE_DAYS = 180;

/** What of her lead the page tells in plain words. */
export interface OwnLead {
  readonly id: string;
  readonly intent: string;
  readonly createdAt: Date;
  readonly owner: string | null;
  readonly touches: number;
  readonly notes: number;
  readonly mails: number;
  readonly outcomes: number;
}

export interface Opened {
  readonly region: RegionFacts;
  readonly person: Person;
  readonly privacy: z.input<typeof Privacy>;
  readonly leads: readonly OwnLead[];
}

/** What she writes herself. */
export const Correction = PersonChange.omit({ protected: true });
export type Correction = z.infer<typeof Correction>;

@Injectable()
export class OwnPages {
  constructor(
    private readonly links: SignedLinks,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly calendar: Calendar,
    private readonly persons: Persons,
    private readonly privacy: PrivacyService,
    private readonly restrictions: Restrictions,
    private readonly erasures: Erasures,
    private readonly exports: Exports,
    private readonly mails: OwnPageMails,
    private readonly notes: OwnPageNotes,
    private readonly address: PublicAddress,
  ) {}

  /** The link for a person whom the viewer sees, to be handed to her; the audit remembers it. @throws NotFound */
  async linkFor(personId: string): Promise<OwnPage> {
    const id = await this.persons.mustSee(personId);
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`
      insert into audit (region_id, actor_id, action, table_name, row_key)
      values (${regionId}, ${actorId}, 'link', 'person', ${JSON.stringify({ id })})`);
    const url = this.address.of(`/my/${this.links.token({ kind: 'person', regionId, id }, OWN_PAGE_DAYS)}`);
    return { url, goodUntil: addDays(this.calendar.today(), OWN_PAGE_DAYS) };
  }

  /** Everything her page says; undefined behind a link that opens nothing. */
  open(token: string): Promise<Opened | undefined> {
    return this.within(token, async (id) => ({
      region: this.scope.here.region,
      person: await this.persons.one(id),
      privacy: await this.privacy.of(id),
      leads: await this.leads(id),
    }));
  }

  /** It is noted on her leads; the old address is told when it is no longer hers. @throws Conflict `erased` */
  async correct(token: string, change: Correction): Promise<void> {
    await this.within(token, async (id) => {
      const before = await this.persons.one(id);
      const after = await this.persons.correct(id, change);
      await this.notes.corrected(before, after);
      if (before.email && before.email.toLowerCase() !== after.email?.toLowerCase()) await this.mails.addressChanged(before);
    });
  }

  /** Stops contact, and tells the contact person, once for an objection. @throws as `Restrictions.objectFor` does */
  async object(token: string): Promise<void> {
    await this.within(token, async (id) => {
      const decideBy = await this.restrictions.objectFor(id, { byHerself: true });
      if (decideBy) await this.mails.objected(id, decideBy);
    });
  }

  async erase(token: string): Promise<void> {
    await this.within(token, (id) => this.erasures.carryOut(id, { askedBy: 'herself', reason: 'asked' }));
  }

  /** A copy of everything, without the names of those who read it; undefined when she is erased or the link opens nothing. */
  async copy(token: string): Promise<PersonExport | undefined> {
    return this.within(token, async (id) => {
      const { erasedAt } = await this.privacy.of(id);
      return erasedAt ? undefined : this.exports.of(id, { withNames: false });
    });
  }

  /** The person that remains after merges, in her region; nobody acts. */
  private async within<T>(token: string, work: (personId: string) => Promise<T>): Promise<T | undefined> {
    const linked = this.links.read('person', token);
    const region = linked && (await this.regions.find(linked.regionId));
    if (!linked || !region) return undefined;
    return this.scope.run(region, NOBODY, async () => {
      const row = await this.scope.row<{ id: string }>(sql`
        select coalesce(merged_into, id) as id from person where region_id = ${region.id} and id = ${linked.id}`);
      return row && work(row.id);
    });
  }

  private leads(personId: string): Promise<OwnLead[]> {
    const { regionId } = this.scope.here;
    return this.scope.rows<OwnLead>(sql`
      with hers as (
        select l.id, coalesce(l.merged_into, l.id) as root from lead l join person p on p.region_id = l.region_id and p.id = l.person_id
        where l.region_id = ${regionId} and (p.id = ${personId} or p.merged_into = ${personId}))
      select l.id, l.intent, l.created_at as "createdAt", o.name as owner,
        (select count(*)::int from touch t where t.region_id = ${regionId} and t.lead_id in (select id from hers where root = l.id)) as touches,
        (select count(*)::int from note n where n.region_id = ${regionId} and n.text <> '' and n.lead_id in (select id from hers where root = l.id)) as notes,
        (select count(*)::int from mail m where m.region_id = ${regionId} and m.text is not null and m.lead_id in (select id from hers where root = l.id)
           and ${SENT_TO_HER}) as mails,
        (select count(*)::int from outcome u where u.region_id = ${regionId} and u.lead_id in (select id from hers where root = l.id)) as outcomes
      from lead l left join contact_person o on o.region_id = l.region_id and o.id = l.owner_id
      where l.region_id = ${regionId} and l.merged_into is null and l.id in (select root from hers)
      order by l.created_at desc, l.id`);
  }
}
