/** Follow-ups as the persons themselves answer them, by a link in a mail: what is asked of whom, her answer, and its correction. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Calendar } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { Words } from '../platform/words/words.ts';
import { FollowUpService } from './follow-up.service.ts';
import type { FollowUpAnswer, OutcomeType } from './outcome.schema.ts';
import { Visibility } from './visibility.ts';
import { VoidService } from './void.service.ts';

/** The kind of link that opens the page of a follow-up. */
export const FOLLOW_UP_LINK = 'follow-up';

/** Without a day: today. */
export type OwnAnswer = Omit<FollowUpAnswer, 'on'> & { readonly on?: string | undefined };

type Given = Pick<FollowUpAnswer, 'cameAnyway' | 'on'> & { readonly id: string; readonly status: FollowUpAnswer['status'] };

export interface Asked {
  readonly id: string;
  readonly leadId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  /** One the product speaks. */
  readonly language: string;
  readonly months: number;
  readonly outcome: OutcomeType | null;
  /** The outcome's day; without one the day the lead was closed. */
  readonly since: string;
  readonly partner: string;
  readonly contactPerson: { readonly id: string; readonly name: string; readonly email: string | null } | null;
  /** Nobody needs to know any more, or she is not to be asked. */
  readonly isClosed: boolean;
  /** A mail has asked her. */
  readonly isAsked: boolean;
  readonly answer: Given | null;
}

type Row = Omit<Asked, 'language'> & { readonly languages: (string | null)[] };

/** Which words a follow-up takes: those about a company, or about somebody who moved. */
export const subjectOf = ({ outcome }: Pick<Asked, 'outcome'>): 'company' | 'settled' =>
  outcome === 'new_company' ? 'company' : 'settled';

@Injectable()
export class FollowUpsOfPersons {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly followUps: FollowUpService,
    private readonly voids: VoidService,
    private readonly words: Words,
    private readonly calendar: Calendar,
  ) {}

  /** What is asked; undefined when there is no such follow-up any more. */
  async read(followUpId: string): Promise<Asked | undefined> {
    const { regionId, region } = this.scope.here;
    const row = await this.scope.row<Row>(sql`
      select f.id, l.id as "leadId", p.id as "personId", coalesce(p.name, '') as name, p.email, f.months, o.type as outcome,
             coalesce(o.day, (f.due_on - make_interval(months => f.months))::date) as since,
             array[l.language] || p.languages as languages,
             coalesce(k.name, (select first.name from partner first where first.region_id = f.region_id order by first.created_at, first.id limit 1)) as partner,
             case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'email', c.email) end as "contactPerson",
             f.cancelled_at is not null or p.restricted_until is not null or p.erased_at is not null or own.erased_at is not null as "isClosed",
             exists (select from follow_up_request r where r.region_id = f.region_id and r.follow_up_id = f.id) as "isAsked",
             (select json_build_object('id', x.id, 'status', x.status, 'on', x.day, 'cameAnyway', x.came_anyway)
              from follow_up_answer x where x.region_id = f.region_id and x.follow_up_id = f.id
                and not exists (select from void v where v.region_id = x.region_id and v.target_id = x.id)
              order by x.created_at desc limit 1) as answer
      from follow_up f
      join lead own on own.region_id = f.region_id and own.id = f.lead_id
      join lead l on l.region_id = own.region_id and l.id = coalesce(own.merged_into, own.id)
      join person one on one.region_id = l.region_id and one.id = l.person_id
      join person p on p.region_id = one.region_id and p.id = coalesce(one.merged_into, one.id)
      left join outcome o on o.region_id = f.region_id and o.id = f.outcome_id
      left join contact_person c on c.region_id = f.region_id and c.id = coalesce(f.assignee_id, l.owner_id) and c.left_at is null
      left join partner k on k.region_id = c.region_id and k.id = c.partner_id
      where f.region_id = ${regionId} and f.id = ${followUpId}`);
    if (!row) return undefined;
    const { languages, ...asked } = row;
    const known = languages.filter(Boolean);
    return { ...asked, language: spokenOf(...(known.length ? known : [region.locale])) };
  }

  /** The same; nobody else answers or asks it until the end of this scope. */
  async hold(followUpId: string): Promise<Asked | undefined> {
    const asked = await this.read(followUpId);
    if (!asked) return undefined;
    await this.visibility.hold(asked.leadId);
    return this.read(followUpId);
  }

  /**
   * Her answer. One that was there before is voided: it stays in history and is not counted. The same again changes nothing.
   * @throws Unprocessable `in_future` or `before_outcome` at `on`; Conflict `cancelled`
   */
  async answer(followUpId: string, { on = this.calendar.today(), ...told }: OwnAnswer): Promise<void> {
    const given = { ...told, on };
    const asked = await this.hold(followUpId);
    if (!asked || asked.isClosed) return;
    if (asked.answer) {
      if (isSame(asked.answer, given)) return;
      const reason = this.words.of('follow-up', this.scope.here.region.locale)('corrected');
      await this.voids.followUpAnswerOfPerson(asked.answer.id, reason);
    }
    await this.followUps.record(followUpId, given, 'person');
  }
}

/** A form sent twice. */
const isSame = (before: Given, { status, on, cameAnyway, note }: FollowUpAnswer): boolean =>
  !note && before.status === status && before.on === on && (before.cameAnyway ?? undefined) === cameAnyway;
