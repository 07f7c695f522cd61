/** The inbox: what waits for a contact person, for those she substitutes, and for whoever takes it. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { Calendar } from '../platform/calendar.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import type { Inbox } from './inbox.schema.ts';
import { UNTOUCHED, WAITING } from './lead.filter.ts';
import { IN_USE, LeadReader, OUTCOME_MISSING } from './lead.reader.ts';
import { Visibility } from './visibility.ts';

/** Items shown of each section; its total tells of the rest. */
const SHOWN = 50;

@Injectable()
export class InboxService {
  constructor(
    private readonly visibility: Visibility,
    private readonly calendar: Calendar,
    private readonly leads: LeadReader,
    private readonly followUps: FollowUpReader,
  ) {}

  /** Nothing stands in it twice: a lead without a first answer is waiting, however long it was not touched. */
  async read(): Promise<z.input<typeof Inbox>> {
    const { standsFor } = await this.visibility.sight();
    const hers = sql`(l.owner_id = any(${standsFor}::uuid[]) or l.owner_id is null) and ${IN_USE}`;
    const toDo = sql`(f.assignee_id = any(${standsFor}::uuid[]) or f.assignee_id is null)`;
    return {
      waiting: section(await this.leads.lines({ where: sql`${hers} and ${WAITING}`, order: sql`j.created_at`, limit: SHOWN })),
      followUps: section(
        await this.followUps.waiting({ where: sql`${toDo} and f.due_on <= ${this.calendar.today()}::date`, limit: SHOWN }),
      ),
      untouched: section(
        await this.leads.lines({
          where: sql`${hers} and ${UNTOUCHED} and j.responded is not null`,
          order: sql`j.touched_at`,
          limit: SHOWN,
        }),
      ),
      outcomeMissing: section(
        await this.leads.lines({
          where: sql`${hers} and ${OUTCOME_MISSING}`,
          order: sql`j.closed_at`,
          limit: SHOWN,
        }),
      ),
    };
  }
}

const section = <T extends { readonly total: number }>(items: T[]) => ({ total: items[0]?.total ?? 0, items });
