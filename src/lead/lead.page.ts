/** One lead with its whole story, for who may see its person. Every reading is in the audit. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { addMonths, Calendar } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Duplicates } from './duplicate.service.ts';
import { replyDue } from './reply-due.ts';
import { HISTORY_OF_LEAD, LEADS, LINE, LINE_JOINS } from './lead.reader.ts';
import type { Lead } from './lead.schema.ts';
import { MergeReader } from './merge.reader.ts';
import type { Person } from './person.schema.ts';
import { OwnWordsReader } from './own-words.reader.ts';
import { Persons } from './person.service.ts';
import { entryOf, timelineOf, type TimelineRow } from './timeline.ts';
import { type LeadRow, Visibility } from './visibility.ts';

/** A lead's page as the database gives it; instants become text on their way out. */
export type LeadPage = Omit<z.input<typeof Lead>, 'person'> & { readonly person: Person };
type OwnColumns = Omit<
  LeadPage,
  'deleteAfter' | 'words' | 'replyDue' | 'timeline' | 'otherLeads' | 'possibleDuplicates' | 'merges' | 'person' | 'touchedAt'
> & {
  readonly person: Person;
  readonly touchedAt: Date;
  readonly createdAt: Date;
};

/** Who closed it: who wrote down its first outcome, else who moved it to won. */
const CLOSINGS = sql`
  select 1 as kind, o.day::timestamptz as at, o.id, o.contact_person_id from outcome o
  where o.region_id = l.region_id and o.lead_id in (${HISTORY_OF_LEAD})
    and not exists (select from void v where v.region_id = o.region_id and v.target_id = o.id)
  union all
  select 2, s.at, s.id, s.contact_person_id from stage_change s
  where s.region_id = l.region_id and s.lead_id in (${HISTORY_OF_LEAD}) and s.stage = 'won'
    and not exists (select from void v where v.region_id = s.region_id and v.target_id = s.id)`;

@Injectable()
export class LeadPages {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly persons: Persons,
    private readonly duplicates: Duplicates,
    private readonly calendar: Calendar,
    private readonly merges: MergeReader,
    private readonly ownWords: OwnWordsReader,
  ) {}

  /** The page of a lead, or of the one it was merged into. @throws NotFound when there is none for these eyes */
  async read(leadId: string): Promise<LeadPage> {
    const lead = await this.visibility.mustSee(leadId);
    const page = await this.of(lead);
    await this.persons.noteReading(page.person.id, lead.id);
    return page;
  }

  /** The page of a lead that the viewer sees, for the product's own use. */
  async of(lead: LeadRow): Promise<LeadPage> {
    const { regionId } = this.scope.here;
    const own = await this.ownColumns(lead);
    const person = await this.persons.one(own.person.id);
    const rows = await this.scope.rows<TimelineRow>(timelineOf(regionId, lead.id, this.calendar.timeZone));
    return {
      ...own,
      person,
      words: own.restriction ? null : ((await this.ownWords.of([lead.id])).get(lead.id)?.words ?? null),
      deleteAfter: this.deleteAfter(own.touchedAt),
      replyDue: replyDue(own, this.scope.here.region),
      timeline: rows.map(entryOf),
      otherLeads: await this.otherLeads(lead.id, own.person.id),
      possibleDuplicates: await this.duplicates.like({ ...person, municipality: own.municipality }, person.id),
      merges: await this.merges.of(lead.id, person.id),
    };
  }

  /**
   * What somebody who logged a lead outside her own view is answered: what she sent herself, and nothing of what became of it.
   * `sent` is the person as she wrote it.
   */
  async asSent(lead: LeadRow, sent: Omit<Person, 'id'>): Promise<LeadPage> {
    const own = await this.ownColumns(lead);
    const possibleDuplicates = await this.duplicates.like({ ...sent, municipality: own.municipality }, own.person.id);
    return {
      ...own,
      person: { ...sent, id: own.person.id },
      deleteAfter: this.deleteAfter(own.touchedAt),
      replyDue: replyDue(own, this.scope.here.region),
      restriction: null,
      erasedAt: null,
      words: null,
      timeline: [],
      followUps: [],
      otherLeads: [],
      merges: [],
      possibleDuplicates,
    };
  }

  private deleteAfter(touchedAt: Date): string {
    return addMonths(this.calendar.dayOf(touchedAt), this.scope.here.region.retentionMonths);
  }

  private async ownColumns({ id, partnerId }: LeadRow): Promise<OwnColumns> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<OwnColumns>(sql`
      select ${LINE}, l.municipality, l.origin, l.age_class as "ageClass", l.erased_at as "erasedAt",
        l.heard_from || array(select unnest(m.heard_from) from lead m where m.region_id = l.region_id and m.merged_into = l.id
                              except select unnest(l.heard_from)) as "heardFrom",
        (select json_build_object('id', c.id, 'name', c.name) from activity_contact r
         join contact_person c on c.region_id = r.region_id and c.id = r.contact_person_id
         where r.region_id = l.region_id and r.activity_id = source.activity_id and (r.until is null or r.until > source.at)
         order by r.since limit 1) as "sourcedBy",
        (select json_build_object('id', c.id, 'name', c.name) from (${CLOSINGS}) closing
         join contact_person c on c.region_id = l.region_id and c.id = closing.contact_person_id
         order by closing.kind, closing.at, closing.id limit 1) as "closedBy",
        (select json_build_object('id', b.id, 'name', b.name) from partner b where b.region_id = l.region_id and b.id = ${partnerId}) as partner,
        case when p.restricted_until is not null then json_build_object('because', p.restricted_because, 'until', coalesce(
          (select min(o.decide_by) from objection o
           where o.region_id = l.region_id and o.person_id = p.id and o.decided_at is null and p.restricted_because = 'objection'),
          nullif(p.restricted_until, '9999-12-31'))) end as restriction,
        (select coalesce(json_agg(json_build_object('id', f.id, 'outcomeId', f.outcome_id, 'months', f.months, 'dueOn', f.due_on,
           'answered', f.answered_at is not null, 'cancelled', f.cancelled_at is not null) order by f.due_on, f.id), '[]')
         from follow_up f where f.region_id = l.region_id and f.lead_id in (${HISTORY_OF_LEAD})) as "followUps"
      from ${LEADS} ${LINE_JOINS}
      where l.region_id = ${regionId} and l.id = ${id}`);
    return row!;
  }

  private async otherLeads(leadId: string, personId: string): Promise<LeadPage['otherLeads']> {
    const { regionId } = this.scope.here;
    return this.scope.rows(sql`
      select l.id, l.intent, w.key as pipeline, j.stage, j.created_at as "createdAt"
      from lead l join journey j on j.region_id = l.region_id and j.lead_id = l.id
      join pipeline w on w.region_id = l.region_id and w.id = l.pipeline_id
      where l.region_id = ${regionId} and l.id <> ${leadId} and ${await this.visibility.condition()}
        and l.person_id in (select one.id from person one where one.region_id = ${regionId} and (one.id = ${personId} or one.merged_into = ${personId}))
      order by j.created_at desc, l.id`);
  }
}
