/** Logs a lead: its person, its first owner, where it came from, and the ground its data is kept on. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { newId } from '../platform/id.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { toldInstant } from './lead.moments.ts';
import { type LeadPage, LeadPages } from './lead.page.ts';
import type { LeadInput, TouchInput } from './lead.schema.ts';
import { LeadNews } from './lead-news.ts';
import { NoteService } from './note.service.ts';
import { Options } from './option.service.ts';
import { Persons } from './person.service.ts';
import { Pipelines } from './pipeline.service.ts';
import { TouchService } from './touch.service.ts';
import { partnerOfLead, Visibility } from './visibility.ts';

interface KnownPerson {
  readonly id: string;
  readonly languages: readonly string[];
  readonly protected: boolean;
}
type TimedTouch = TouchInput & { readonly at: string };

@Injectable()
export class Leads {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly visibility: Visibility,
    private readonly pages: LeadPages,
    private readonly persons: Persons,
    private readonly pipelines: Pipelines,
    private readonly options: Options,
    private readonly touches: TouchService,
    private readonly notes: NoteService,
    private readonly news: LeadNews,
  ) {}

  /**
   * Writes a lead down and answers its page. A repeat with the same client-made id answers the lead that the first one made,
   * whatever else it says, also when both come at once.
   * @throws Unprocessable at the field that names what is not there or lies in the future; Conflict `id_taken` when the id is
   *   another's lead, out of her sight
   */
  async log(input: LeadInput): Promise<LeadPage> {
    const id = input.id?.toLowerCase() ?? newId();
    if (!input.id || !(await this.isThere(id))) await this.write(id, input, () => this.personOf(input.person));
    return this.answer(id, input);
  }

  /**
   * As `log`, for one of many: answers only whether it was written now or by an earlier request with its id.
   * @throws as `log` does
   */
  async logOnce(id: string, input: LeadInput): Promise<'saved' | 'repeated'> {
    if (!(await this.isThere(id))) {
      await this.write(id, input, () => this.personOf(input.person));
      return 'saved';
    }
    if (!(await this.visibility.sees(id))) await this.mustHaveLogged(id);
    return 'repeated';
  }

  /**
   * Writes down a lead of a known person, whoever looks: what an event or a form makes. Its id.
   * @throws as `log` does
   */
  async logFor(personId: string, input: Omit<LeadInput, 'id' | 'person'>): Promise<string> {
    const id = newId();
    await this.write(id, input, () => this.known(personId));
    return id;
  }

  /** Two requests with one id wait for each other here. */
  private async isThere(id: string): Promise<boolean> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`lead ${regionId} ${id}`}, 0))`);
    return (await this.scope.row(sql`select from lead where region_id = ${regionId} and id = ${id}`)) !== undefined;
  }

  private async write(id: string, input: Omit<LeadInput, 'id' | 'person'>, whose: () => Promise<KnownPerson>): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    const now = new Date();
    const createdAt = toldInstant(input.createdAt, 'createdAt', { now, otherwise: now });
    const touches = input.touches.map((touch, index): TimedTouch => {
      const at = toldInstant(touch.at, `touches.${index}.at`, { now, otherwise: createdAt });
      return { ...touch, at: at.toISOString() };
    });
    const heardFrom = [...new Set(input.heardFrom)];
    await this.options.mustKnowHeardFrom(heardFrom);
    const pipeline = await this.pipelines.forLead(input.pipeline, input.intent);
    const ownerId = await this.firstOwner(input.contactPersonId, touches);
    const person = await whose();
    if (person.protected && !ownerId) {
      throw new Unprocessable('protected_needs_owner', 'contactPersonId', 'Name an owner: nobody else will see a protected person');
    }
    const language = input.language === undefined ? (person.languages[0] ?? null) : input.language;
    await this.scope.rows(sql`
      insert into lead (region_id, id, person_id, pipeline_id, intent, municipality, language, origin, age_class, owner_id, heard_from, created_at, created_by)
      values (${regionId}, ${id}, ${person.id}, ${pipeline.id}, ${input.intent}, ${input.municipality ?? null}, ${language},
              ${input.origin ?? null}, ${input.ageClass ?? null}, ${ownerId}, ${heardFrom}, ${createdAt}, ${actorId})`);
    if (ownerId) {
      await this.scope.rows(sql`
        insert into owner_change (region_id, id, lead_id, to_id, at, actor_id) values (${regionId}, ${newId()}, ${id}, ${ownerId}, ${createdAt}, ${actorId})`);
    }
    await this.touches.write(id, touches, (index) => `touches.${index}.`);
    await this.groundOn(id, input.basis);
    this.news.changed([id]);
    if (input.note) await this.notes.write(id, { text: input.note, contact: input.contact ?? false, at: createdAt });
  }

  /**
   * Rule 2: the one named, else the contact person who logs it, else the present one of the first touch's activity, else nobody.
   * She can't leave before this is written.
   * @throws Unprocessable `not_a_contact_person` at `contactPersonId`
   */
  private async firstOwner(named: string | undefined, touches: readonly TimedTouch[]): Promise<string | null> {
    const { regionId } = this.scope.here;
    const asked = named ?? (await this.viewer.contactPersonId());
    const first = touches.reduce<TimedTouch | undefined>(
      (earliest, touch) => (!earliest || touch.at < earliest.at ? touch : earliest),
      undefined,
    );
    if (!asked && !first?.activityId) return null;
    const owner = await this.scope.row<{ id: string }>(sql`
      select c.id from contact_person c
      where c.region_id = ${regionId} and c.left_at is null and c.id = coalesce(${asked}::uuid, (
        select r.contact_person_id from activity_contact r
        where r.region_id = ${regionId} and r.activity_id = ${first?.activityId ?? null}::uuid and r.until is null))
      for share`);
    if (named && !owner) throw new Unprocessable('not_a_contact_person', 'contactPersonId', 'She is no present contact person');
    return owner?.id ?? null;
  }

  private async personOf(person: LeadInput['person']): Promise<KnownPerson> {
    if (!('id' in person)) {
      return { id: await this.persons.add(person), languages: person.languages, protected: person.protected ?? false };
    }
    const id = await this.visibility.mustSeePerson(person.id).catch((error: unknown) => {
      throw error instanceof NotFound ? new Unprocessable('unknown_person', 'person.id', 'There is no such person') : error;
    });
    return this.known(id);
  }

  /** She does not change until this is written. */
  private async known(id: string): Promise<KnownPerson> {
    const person = await this.scope.row<KnownPerson>(sql`
      select id, languages, protected from person
      where region_id = ${this.scope.here.regionId} and id = ${id} and erased_at is null for share`);
    if (!person) throw new Unprocessable('unknown_person', 'person.id', 'There is no such person');
    return person;
  }

  /** The basis told, else the one its partner's leads start with; the version of the notice is the partner's unless told. */
  private async groundOn(leadId: string, basis: LeadInput['basis']): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    const { firstPartnerId } = await this.visibility.sight();
    await this.scope.rows(sql`
      insert into basis (region_id, id, lead_id, kind, notice_version, notice_given, at, actor_id)
      select l.region_id, ${newId()}, l.id, coalesce(${basis?.kind ?? null}, b.basis), coalesce(${basis?.noticeVersion ?? null}, b.notice_version),
             ${basis?.noticeGiven ?? null}, l.created_at, ${actorId}
      from lead l
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      join partner b on b.region_id = l.region_id and b.id = ${partnerOfLead(firstPartnerId)}
      where l.region_id = ${regionId} and l.id = ${leadId}`);
  }

  /** The page for who sees the lead; for who logged it into another's hands, no more than what she sent herself. */
  private async answer(id: string, { person }: LeadInput): Promise<LeadPage> {
    if (await this.visibility.sees(id)) return this.pages.read(id);
    await this.mustHaveLogged(id);
    const { name = '', email = null, phone = null, languages = [], protected: hidden = false } = 'id' in person ? {} : person;
    return this.pages.asSent(await this.visibility.read(id), { name, email, phone, languages, protected: hidden });
  }
  /** @throws Conflict `id_taken` when somebody else logged it */
  private async mustHaveLogged(id: string): Promise<void> {
    const { regionId, actorId } = this.scope.here;
    const [hers] = await this.scope.rows(sql`select from lead where region_id = ${regionId} and id = ${id} and created_by = ${actorId}`);
    if (!hers) throw new Conflict('id_taken', 'id', 'Another lead has this id');
  }
}
