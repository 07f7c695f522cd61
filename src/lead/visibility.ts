/** Who sees which lead and its person (rule 8): one condition for every list, page and write of this room. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Calendar } from '../platform/calendar.ts';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LeadNews } from './lead-news.ts';

/** What rule 8 asks about who looks. */
export interface Sight {
  readonly regionId: string;
  /** Her own present profile. */
  readonly contactPersonId: string | null;
  /** Herself, and those of whom she is the substitute today. */
  readonly standsFor: readonly string[];
  readonly partnerId: string | null;
  /** Contact persons and admins see the leads of their partner. */
  readonly seesPartner: boolean;
  /** All contact persons of her partner, when she sees its leads. */
  readonly partnerOwners: readonly string[];
  /** Contact persons see the common inbox. */
  readonly seesInbox: boolean;
  readonly firstPartnerId: string;
}

/** What the verbs of this room need to know of a lead that somebody may see. */
export interface LeadRow {
  /** The lead itself, or the one it was merged into. */
  readonly id: string;
  readonly personId: string;
  readonly pipelineId: string;
  readonly intent: string;
  readonly municipality: string | null;
  readonly ownerId: string | null;
  /** Controller of the person's data. */
  readonly partnerId: string;
  /** Its own creation, or that of the earliest lead merged into it. */
  readonly createdAt: Date;
  /** Key of the present stage. */
  readonly stage: string;
  readonly closedAt: Date | null;
}

/** The partner of `lead l join journey j`: its owner's, else its first touch's activity's, else the region's first. */
export const partnerOfLead = (firstPartnerId: string): Sql => sql`coalesce(
  (select c.partner_id from contact_person c where c.region_id = l.region_id and c.id = l.owner_id),
  (select a.partner_id from activity a where a.region_id = l.region_id and a.no = j.first_activity),
  ${firstPartnerId}::uuid)`;

/** The condition of rule 8 on `lead l join journey j`. */
export function visibleLeads(sight: Sight): Sql {
  const { regionId, contactPersonId, standsFor, partnerOwners } = sight;
  return sql`(l.owner_id = any(${[...standsFor, ...partnerOwners]}::uuid[]) or ${visibleWithoutOwner(sight)})
  and (l.owner_id = ${contactPersonId}::uuid or l.person_id not in (
    select one.id from person one where one.region_id = ${regionId} and one.protected
    union all
    select one.id from person root join person one on one.region_id = root.region_id and one.merged_into = root.id
    where root.region_id = ${regionId} and root.protected))`;
}

/** Contact persons see the common inbox; admins what of it is their partner's. */
function visibleWithoutOwner({ partnerId, seesPartner, seesInbox, firstPartnerId }: Sight): Sql {
  if (seesInbox) return sql`l.owner_id is null`;
  return seesPartner && partnerId ? sql`l.owner_id is null and ${partnerOfLead(firstPartnerId)} = ${partnerId}` : sql`false`;
}

const SAME_PERSON = sql`(select one.id from person one where one.region_id = p.region_id and (one.id = p.id or one.merged_into = p.id))`;

/**
 * The condition of rule 8 on `person p` (one that remains after a merge): she sees one of the person's leads.
 * Who only attended something and has no lead is seen by its contact person and her partner.
 */
export function visiblePersons(sight: Sight): Sql {
  const leads = sql`
    select from lead l join journey j on j.region_id = l.region_id and j.lead_id = l.id
    where l.region_id = p.region_id and l.person_id in ${SAME_PERSON}`;
  return sql`(
    exists (${leads} and ${visibleLeads(sight)})
    or not p.protected and not exists (${leads}) and exists (
      select from attendee e
      join activity a on a.region_id = e.region_id and a.id = e.activity_id
      join activity_contact r on r.region_id = a.region_id and r.activity_id = a.id and r.until is null
      where e.region_id = p.region_id and e.person_id in ${SAME_PERSON}
        and (r.contact_person_id = any(${sight.standsFor}::uuid[])
             or ${sight.seesPartner}::boolean and coalesce(a.partner_id, ${sight.firstPartnerId}::uuid) = ${sight.partnerId}::uuid)))`;
}

@Injectable()
export class Visibility {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly calendar: Calendar,
    private readonly news: LeadNews,
  ) {}

  /** What the viewer of this request sees by; looked up once. */
  sight(): Promise<Sight> {
    return this.scope.once('lead.sight', async () => {
      const [contactPersonId, partnerId] = [await this.viewer.contactPersonId(), await this.viewer.partnerId()];
      const seesInbox = this.viewer.roles.includes('contact');
      const seesPartner = seesInbox || this.viewer.roles.includes('admin');
      const colleagues = await this.colleagues(contactPersonId, seesPartner ? partnerId : null);
      return { regionId: this.scope.here.regionId, contactPersonId, partnerId, seesInbox, seesPartner, ...colleagues };
    });
  }

  /** The condition on `lead l join journey j`; nobody without the permission to read leads sees any. */
  async condition(): Promise<Sql> {
    return this.viewer.may('lead.read') ? visibleLeads(await this.sight()) : sql`false`;
  }

  /**
   * The lead, or the one it was merged into. With `lock` nobody else changes it until the end of this request; who locks it changes it,
   * so the open inboxes are told.
   * @throws NotFound when there is none, or none for these eyes
   */
  async mustSee(leadId: string, { lock = false }: { lock?: boolean } = {}): Promise<LeadRow> {
    if (lock) await this.lock(leadId);
    const row = await this.find(leadId, await this.condition());
    if (!row) throw new NotFound('This lead');
    if (lock) this.news.changed([row.id]);
    return row;
  }

  /**
   * The id of the person, or of the one that remained after a merge. With `lock` nobody else changes her until the end of this request.
   * @throws NotFound when there is none, or none for these eyes
   */
  async mustSeePerson(personId: string, { lock = false }: { lock?: boolean } = {}): Promise<string> {
    const { regionId } = this.scope.here;
    const mayRead = this.viewer.may('lead.read');
    const row =
      mayRead &&
      (await this.scope.row<{ id: string }>(sql`
      select p.id from person asked join person p on p.region_id = asked.region_id and p.id = coalesce(asked.merged_into, asked.id)
      where asked.region_id = ${regionId} and asked.id = ${personId} and ${visiblePersons(await this.sight())} ${lock ? sql`for update of p` : sql``}`));
    if (!row) throw new NotFound('This person');
    return row.id;
  }

  /** Whether the viewer sees this lead. */
  async sees(leadId: string): Promise<boolean> {
    return (await this.find(leadId, await this.condition())) !== undefined;
  }

  /** The lead for the product itself, whoever looks. @throws NotFound when there is none */
  async read(leadId: string): Promise<LeadRow> {
    const row = await this.find(leadId, sql`true`);
    if (!row) throw new NotFound('This lead');
    return row;
  }

  /** The lead for the product itself, as `read`; nobody else changes it until the end. @throws NotFound when there is none */
  async hold(leadId: string): Promise<LeadRow> {
    await this.lock(leadId);
    const row = await this.read(leadId);
    this.news.changed([row.id]);
    return row;
  }

  private async find(leadId: string, condition: Sql): Promise<LeadRow | undefined> {
    const { regionId } = this.scope.here;
    const { firstPartnerId } = await this.sight();
    return this.scope.row<LeadRow>(sql`
      select l.id, l.person_id as "personId", l.pipeline_id as "pipelineId", l.intent, l.municipality, l.owner_id as "ownerId",
             ${partnerOfLead(firstPartnerId)} as "partnerId", j.created_at as "createdAt", j.stage, j.closed_at as "closedAt"
      from lead asked
      join lead l on l.region_id = asked.region_id and l.id = coalesce(asked.merged_into, asked.id)
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      where asked.region_id = ${regionId} and asked.id = ${leadId} and ${condition}`);
  }

  /** A statement of its own: what is read after it is what the other writer left. */
  private async lock(leadId: string): Promise<void> {
    await this.scope.rows(sql`select hold_lead(${this.scope.here.regionId}, ${leadId})`);
  }

  private async colleagues(
    self: string | null,
    partnerId: string | null,
  ): Promise<Pick<Sight, 'standsFor' | 'partnerOwners' | 'firstPartnerId'>> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<Pick<Sight, 'standsFor' | 'partnerOwners' | 'firstPartnerId'>>(sql`
      select array(
               select ${self}::uuid where ${self}::uuid is not null
               union
               select contact_person_id from absence
               where region_id = ${regionId} and substitute_id = ${self}::uuid and period @> ${this.calendar.today()}::date) as "standsFor",
             array(select id from contact_person where region_id = ${regionId} and partner_id = ${partnerId}::uuid) as "partnerOwners",
             (select id from partner where region_id = ${regionId} order by created_at, id limit 1) as "firstPartnerId"`);
    return row!;
  }
}
