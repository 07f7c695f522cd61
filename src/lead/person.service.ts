/** Persons: added with their lead or at an event, read and corrected by who sees them. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Concurrency } from '../platform/concurrency.ts';
import { newId } from '../platform/id.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LeadNews } from './lead-news.ts';
import { type Addresses, PersonMatching } from './person.matching.ts';
import { Person, type PersonChange, type PersonInput } from './person.schema.ts';
import { e164Of } from '../platform/phone-number.ts';
import { Visibility } from './visibility.ts';

type Found = Person & { readonly erased: boolean; readonly mergedInto: string | null };

@Injectable()
export class Persons {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly concurrency: Concurrency,
    private readonly known: PersonMatching,
    private readonly news: LeadNews,
  ) {}

  /**
   * The person who is known by exactly this e-mail address, or by this phone number where no e-mail speaks against it; null when nobody
   * is. Whoever sees her: the answer is for the product, never for who asked. Nobody adds her at the same time.
   */
  async matching(addresses: Addresses): Promise<string | null> {
    const [match] = await this.known.each([addresses]);
    return match!.personId;
  }

  /** A new person; her id. */
  async add({ name, email, phone, languages, protected: hidden }: PersonInput): Promise<string> {
    const id = newId();
    await this.scope.rows(sql`
      insert into person (region_id, id, name, email, phone, phone_e164, languages, protected)
      values (${this.scope.here.regionId}, ${id}, ${name}, ${email ?? null}, ${phone ?? null}, ${e164Of(phone)}, ${languages}, ${hidden ?? false})`);
    return id;
  }

  /** The id of a person whom the viewer sees, held until the end with `lock`. @throws NotFound when there is none for these eyes */
  mustSee(personId: string, options: { lock?: boolean } = {}): Promise<string> {
    return this.visibility.mustSeePerson(personId, options);
  }

  /** What is known of her, also while she is restricted, for who sees her page. */
  async one(id: string): Promise<Person> {
    const { erased: _, mergedInto: __, ...person } = await this.find(id);
    return person;
  }

  /** Her page, which the audit remembers. @throws NotFound when there is none for these eyes */
  async read(personId: string): Promise<Person> {
    const person = await this.find(await this.visibility.mustSeePerson(personId));
    await this.noteReading(person.id);
    return person;
  }

  /**
   * Corrects what is known of her; null clears.
   * @throws NotFound, Stale, Conflict `erased`; Unprocessable `protected_needs_owner` when nobody would see her any more
   */
  async change(personId: string, change: PersonChange): Promise<Person> {
    const id = await this.visibility.mustSeePerson(personId, { lock: true });
    const { erased, mergedInto, ...person } = await this.find(id);
    if (mergedInto) throw new Conflict('merged_meanwhile', undefined, 'She was merged into another meanwhile; try again');
    this.concurrency.check(Person, person);
    if (erased) throw new Conflict('erased');
    const next = { ...person, ...change };
    if (next.protected && !person.protected) await this.mustHaveOwners(id);
    return this.set(id, next);
  }

  /** Corrects what she tells of herself through her own page; `id` is the one that remains after merges. @throws Conflict `erased` */
  async correct(id: string, change: Omit<PersonChange, 'protected'>): Promise<Person> {
    await this.scope.rows(sql`select from person where region_id = ${this.scope.here.regionId} and id = ${id} for update`);
    const { erased, mergedInto: _, ...person } = await this.find(id);
    if (erased) throw new Conflict('erased');
    return this.set(id, { ...person, ...change });
  }

  private async set(id: string, { name, email, phone, languages, protected: hidden }: Required<PersonChange>): Promise<Person> {
    await this.scope.rows(sql`
      update person set name = ${name}, email = ${email ?? null}, phone = ${phone ?? null},
        phone_e164 = ${e164Of(phone)}, languages = ${languages}, protected = ${hidden}
      where region_id = ${this.scope.here.regionId} and id = ${id}`);
    await this.tell(id);
    return this.find(id);
  }

  /** Her name and numbers stand on the cards of all her leads. */
  private async tell(id: string): Promise<void> {
    const leads = await this.scope.rows<{ id: string }>(sql`
      select l.id from lead l join person p on p.region_id = l.region_id and p.id = l.person_id
      where l.region_id = ${this.scope.here.regionId} and l.merged_into is null and (p.id = ${id} or p.merged_into = ${id})`);
    this.news.changed(leads.map((lead) => lead.id));
  }

  /** Writes into the audit that the viewer read a person's page, perhaps that of her lead. */
  async noteReading(personId: string, leadId?: string): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`
      insert into audit (region_id, actor_id, action, table_name, row_key)
      values (${regionId}, ${actorId}, 'read', 'person', ${JSON.stringify({ id: personId, ...(leadId ? { leadId } : {}) })})`);
  }

  private async find(id: string): Promise<Found> {
    const row = await this.scope.row<Found>(sql`
      select id, coalesce(name, '') as name, email, phone, languages, protected, erased_at is not null as erased, merged_into as "mergedInto"
      from person where region_id = ${this.scope.here.regionId} and id = ${id}`);
    if (!row) throw new NotFound('This person');
    return row;
  }

  /** What leaves nobody who sees a protected person is refused. @throws Unprocessable `protected_needs_owner` */
  async mustStaySeen(id: string): Promise<void> {
    if ((await this.find(id)).protected) await this.mustHaveOwners(id);
  }

  /** A protected person is seen by the owner alone: none of her leads may be without one. */
  private async mustHaveOwners(id: string): Promise<void> {
    const { regionId } = this.scope.here;
    const [unowned] = await this.scope.rows(sql`
      select from lead l join person p on p.region_id = l.region_id and p.id = l.person_id
      where l.region_id = ${regionId} and coalesce(p.merged_into, p.id) = ${id} and l.owner_id is null and l.merged_into is null limit 1`);
    if (unowned)
      throw new Unprocessable(
        'protected_needs_owner',
        'protected',
        'Give the lead an owner first: nobody else will see a protected person',
      );
  }
}
