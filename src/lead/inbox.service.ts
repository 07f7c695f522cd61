/** The inbox: what waits for a contact person, for those she substitutes, and for whoever takes it. */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type * as z from 'zod';
import { Calendar } from '../platform/calendar.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { MAY_STILL_ANSWER } from './follow-up.asking.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import type { Inbox, InboxLead, WroteAgainLead } from './inbox.schema.ts';
import { UNTOUCHED, WAITING } from './lead.filter.ts';
import { IN_USE, LeadReader, OUTCOME_MISSING } from './lead.reader.ts';
import { OwnWordsReader } from './own-words.reader.ts';
import { Snoozes } from './snooze.service.ts';
import { Visibility } from './visibility.ts';
import { WROTE_AGAIN_AT, WroteAgain } from './wrote-again.service.ts';

/** Items shown of each section; its total tells of the rest. */
const SHOWN = 50;

interface Section<Item = z.input<typeof InboxLead>> {
  readonly total: number;
  readonly items: Item[];
}

@Injectable()
export class InboxService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly calendar: Calendar,
    private readonly leads: LeadReader,
    private readonly followUps: FollowUpReader,
    private readonly snoozes: Snoozes,
    private readonly ownWords: OwnWordsReader,
    private readonly wroteAgain: WroteAgain,
  ) {}

  /** Nothing stands in it twice: a lead without a first answer is waiting, and who wrote again stands there, put off before or long untouched. */
  async read(): Promise<z.input<typeof Inbox>> {
    const { standsFor } = await this.visibility.sight();
    const { asleep, returned, until } = await this.snoozes.conditions();
    const hers = sql`l.owner_id = any(${standsFor}::uuid[])`;
    const open = sql`j.closed_at is null`;
    const answered = sql`${open} and j.responded is not null`;
    const quiet = sql`${hers} and ${answered} and ${WROTE_AGAIN_AT} is null`;
    return {
      targetDays: this.scope.here.region.responseDays,
      common: await this.section(sql`l.owner_id is null and ${open} and not ${asleep}`, sql`j.created_at`),
      waiting: await this.section(sql`${hers} and ${WAITING} and not ${asleep}`, sql`j.created_at`),
      wroteAgain: await this.again(sql`${hers} and ${answered} and not ${asleep} and ${WROTE_AGAIN_AT} is not null`),
      followUps: await this.due(standsFor, asleep),
      returned: await this.section(sql`${quiet} and ${returned}`, sql`j.touched_at`),
      untouched: await this.section(sql`${quiet} and ${UNTOUCHED} and not ${asleep} and not ${returned}`, sql`j.touched_at`),
      outcomeMissing: await this.section(sql`(${hers} or l.owner_id is null) and ${OUTCOME_MISSING} and not ${asleep}`, sql`j.closed_at`),
      snoozed: await this.section(sql`(${hers} or l.owner_id is null) and (${open} or ${OUTCOME_MISSING}) and ${asleep}`, until),
    };
  }

  private async due(standsFor: readonly string[], asleep: Sql) {
    const items = await this.followUps.waiting({
      where: sql`(f.assignee_id = any(${standsFor}::uuid[]) or f.assignee_id is null)
        and f.due_on <= ${this.calendar.today()}::date and not ${asleep} and not ${MAY_STILL_ANSWER}`,
      limit: SHOWN,
    });
    return { total: items[0]?.total ?? 0, items };
  }

  private async again(where: Sql): Promise<Section<z.input<typeof WroteAgainLead>>> {
    const { total, items } = await this.section(where, WROTE_AGAIN_AT);
    const words = await this.wroteAgain.of(items.map(({ id }) => id));
    return { total, items: items.map((item) => ({ ...item, wroteAgain: words.get(item.id)! })) };
  }

  private async section(where: Sql, order: Sql): Promise<Section> {
    const lines = await this.leads.lines({ where: sql`${IN_USE} and ${where}`, order, limit: SHOWN });
    if (lines.length === 0) return { total: 0, items: [] };
    const put = await this.snoozes.of(lines.map(({ id }) => id));
    const wrote = await this.ownWords.of(lines.map(({ id }) => id));
    const items = lines.map((line) => {
      const { until: snoozedUntil = null, returned = false } = put.get(line.id) ?? {};
      const own = wrote.get(line.id);
      return { ...line, snoozedUntil, returned, words: own && !own.answered ? own.words : null };
    });
    return { total: lines[0]!.total, items };
  }
}
