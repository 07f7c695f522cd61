/** Reminders: once a day, at the hour she chose, a contact person is told by mail what waits for her; nothing when nothing does. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { Conflict } from '../platform/problem.ts';
import { type Actor, RegionScope } from '../platform/region-scope.ts';
import { Mails } from '../platform/mail/mails.ts';
import { InboxService } from './inbox.service.ts';
import { ReminderLetters, type Waiting } from './reminder.letter.ts';
import type { ReminderChoice } from './reminder.schema.ts';

/** The hour of who chose none. */
export const DEFAULT_HOUR = 8;
/** Hours in which a missed reminder is caught up; after that it would come at a time she did not choose. */
const CAUGHT_UP_WITHIN = 2;

interface Reminded {
  readonly name: string;
  readonly email: string;
  readonly actor: Actor;
}

@Injectable()
export class Reminders {
  constructor(
    private readonly scope: RegionScope,
    private readonly viewer: Viewer,
    private readonly inboxes: InboxService,
    private readonly letters: ReminderLetters,
    private readonly mails: Mails,
  ) {}

  /** The viewer's own hour. @throws Conflict `no_profile` when she is no contact person */
  async read(): Promise<ReminderChoice> {
    const row = await this.scope.row<ReminderChoice>(sql`
      select hour from reminder_choice where region_id = ${this.scope.here.regionId} and contact_person_id = ${await this.own()}`);
    return row ?? { hour: DEFAULT_HOUR };
  }

  /** @throws Conflict `no_profile` when she is no contact person */
  async choose({ hour }: ReminderChoice): Promise<ReminderChoice> {
    await this.scope.rows(sql`
      insert into reminder_choice (region_id, contact_person_id, hour) values (${this.scope.here.regionId}, ${await this.own()}, ${hour})
      on conflict (region_id, contact_person_id) do update set hour = excluded.hour`);
    return { hour };
  }

  /** Who is to be reminded at this hour of this day, or should have been shortly before it: present contact persons who sign in and are not away. */
  async due(day: string, hour: number): Promise<string[]> {
    const { regionId } = this.scope.here;
    const rows = await this.scope.rows<{ id: string }>(sql`
      select c.id from contact_person c
      join member m on m.region_id = c.region_id and m.user_id = c.user_id and m.deactivated_at is null and 'contact' = any(m.roles)
      left join reminder_choice r on r.region_id = c.region_id and r.contact_person_id = c.id
      where c.region_id = ${regionId} and c.left_at is null
        and case when r.contact_person_id is null then ${DEFAULT_HOUR} else r.hour end between ${hour - CAUGHT_UP_WITHIN} and ${hour}
        and not exists (select from absence a where a.region_id = c.region_id and a.contact_person_id = c.id and a.period @> ${day}::date)
        and not exists (select from reminder d where d.region_id = c.region_id and d.contact_person_id = c.id and d.day = ${day}::date)
      order by c.id`);
    return rows.map(({ id }) => id);
  }

  /** Reminds one, and writes down that she was looked after on this day, in one transaction. Whoever comes second finds it done. */
  async remind(contactPersonId: string, day: string): Promise<void> {
    const { regionId } = this.scope.here;
    const her = await this.hold(contactPersonId);
    const [done] = await this.scope.rows(sql`
      select from reminder where region_id = ${regionId} and contact_person_id = ${contactPersonId} and day = ${day}::date`);
    if (done || !her) return;
    const waiting = await this.scope.as(her.actor, () => this.waiting());
    const mailId = waiting ? await this.write(contactPersonId, her, waiting) : null;
    await this.scope.rows(sql`
      insert into reminder (region_id, contact_person_id, day, mail_id) values (${regionId}, ${contactPersonId}, ${day}::date, ${mailId})`);
  }

  private async hold(contactPersonId: string): Promise<Reminded | undefined> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from contact_person where region_id = ${regionId} and id = ${contactPersonId} for no key update`);
    const row = await this.scope.row<{ userId: string; name: string; email: string; roles: string[] }>(sql`
      select u.id as "userId", c.name, u.email, m.roles from contact_person c
      join member m on m.region_id = c.region_id and m.user_id = c.user_id and m.deactivated_at is null
      join app_user u on u.id = c.user_id
      where c.region_id = ${regionId} and c.id = ${contactPersonId} and c.left_at is null`);
    return row && { name: row.name, email: row.email, actor: { userId: row.userId, roles: row.roles } };
  }

  /** What the viewer's inbox holds, as far as a reminder tells of it; undefined when it is empty. */
  private async waiting(): Promise<Waiting | undefined> {
    const inbox = await this.inboxes.read();
    const { waiting, wroteAgain, common, followUps, untouched, returned } = inbox;
    const parts: Waiting['parts'] = [
      { key: 'waiting', count: waiting.total, leadIds: waiting.items.map(({ id }) => id) },
      { key: 'wroteAgain', count: wroteAgain.total, leadIds: wroteAgain.items.map(({ id }) => id) },
      { key: 'common', count: common.total, leadIds: [] },
      { key: 'followUps', count: followUps.total, leadIds: followUps.items.map(({ leadId }) => leadId) },
      { key: 'returned', count: returned.total, leadIds: returned.items.map(({ id }) => id) },
      { key: 'untouched', count: untouched.total, leadIds: [] },
    ];
    const total = parts.reduce((sum, { count }) => sum + count, 0);
    return total > 0 ? { total, parts } : undefined;
  }

  private async write(contactPersonId: string, { name, email }: Reminded, waiting: Waiting): Promise<string> {
    const { about, ...written } = await this.letters.write(name, waiting);
    return this.mails.write({ kind: 'reminder', to: { name, email }, ...written, about, contactPersonId });
  }

  private async own(): Promise<string> {
    const id = await this.viewer.contactPersonId();
    if (!id) throw new Conflict('no_profile', undefined, 'Only contact persons are reminded');
    return id;
  }
}
