/** The outbox: an admin sees every mail and sends one again; who it names, only where she may see that person (rule 8). */
import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type * as z from 'zod';
import { Mails } from '../platform/mail/mails.ts';
import type { Page } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Conflict, NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { OutboxItem, OutboxList, OutboxMail } from './outbox.schema.ts';
import { Persons } from './person.service.ts';
import { Visibility, visiblePersons } from './visibility.ts';

type Item = z.input<typeof OutboxItem>;
type Row = z.input<typeof OutboxMail> & { readonly personId: string | null; readonly total: number };

@Injectable()
export class Outbox {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly persons: Persons,
    private readonly mails: Mails,
  ) {}

  /** The newest first; the search goes through what the viewer may read. */
  async list(asked: OutboxList): Promise<Page<Item>> {
    const { state, kind, q, limit } = asked;
    const found = q
      ? sql`position(lower(${q}) in lower(concat_ws(' ', m.to_name, m.to_email, m.subject))) > 0 and ${await this.readable()}`
      : sql`true`;
    const rows = await this.rows(
      sql`(${state.length} = 0 or m.state = any(${state}::text[])) and (${kind.length} = 0 or m.kind = any(${kind}::text[])) and ${found}`,
      sql`limit ${limit} offset ${offsetOf(asked)}`,
    );
    return pageFrom(
      rows.map(({ text: _text, replyTo: _replyTo, leadId: _leadId, personId: _personId, ...item }) => item),
      asked,
    );
  }

  /** One with its words; the reading of what is about a person is in the audit. @throws NotFound, also when it is not for these eyes */
  async read(id: string): Promise<z.input<typeof OutboxMail>> {
    const { personId, total: _, ...mail } = await this.one(id);
    if (mail.hidden) throw new NotFound('This mail');
    if (personId) await this.persons.noteReading(personId, mail.leadId ?? undefined);
    return mail;
  }

  /**
   * Sends a mail that was kept or has failed, with all its attempts anew.
   * @throws NotFound; Conflict `mail_not_set_up`, `already_sent`, `emptied`
   */
  async send(id: string): Promise<Item> {
    const { regionId } = this.scope.here;
    if (!this.mails.configured) throw new Conflict('mail_not_set_up', undefined, 'No mail server is set up');
    const mail = await this.scope.row<{ state: string; emptied: boolean }>(sql`
      select state, to_email is null as emptied from mail where region_id = ${regionId} and id = ${id} for update`);
    if (!mail) throw new NotFound('This mail');
    if (mail.emptied) throw new Conflict('emptied', undefined, 'Its words were erased');
    if (mail.state === 'sent') throw new Conflict('already_sent', undefined, 'It was sent already');
    await this.scope.rows(sql`
      update mail set state = 'waiting', attempts = 0, last_error = null, due_at = now() + interval '1 minute'
      where region_id = ${regionId} and id = ${id}`);
    this.mails.sendAfterCommit(id);
    const { text: _text, replyTo: _replyTo, leadId: _leadId, personId: _personId, total: _, ...item } = await this.one(id);
    return item;
  }

  private async one(id: string): Promise<Row> {
    const [row] = await this.rows(sql`m.id = ${id}`, sql``);
    if (!row) throw new NotFound('This mail');
    return row;
  }

  private async rows(where: Sql, page: Sql): Promise<Row[]> {
    return this.scope.rows<Row>(sql`
      with page as (
        select m.*, count(*) over ()::int as total from mail m
        where m.region_id = ${this.scope.here.regionId} and ${where} order by m.created_at desc, m.id desc ${page}),
      seen as (select m.*, ${await this.readable()} as readable from page m)
      select s.id, s.kind, s.state, s.attempts, s.last_error as "lastError", s.created_at as "createdAt", s.sent_at as "sentAt",
             case when s.state = 'waiting' then s.due_at end as "nextAt", not s.readable as hidden, s.person_id as "personId", s.total,
             case when s.readable and s.to_email is not null then json_build_object('name', coalesce(s.to_name, ''), 'email', s.to_email) end as "to",
             case when s.readable then s.subject end as subject, case when s.readable then s.text end as text,
             case when s.readable then s.reply_to end as "replyTo", case when s.readable then s.lead_id end as "leadId"
      from seen s order by s.created_at desc, s.id desc`);
  }

  /** Of a mail `m`: about a lead or a person whom the viewer sees, or to a contact person of her own partner; about nobody: everyone. */
  private async readable(): Promise<Sql> {
    const sight = await this.visibility.sight();
    return sql`case
      when m.lead_id is not null then exists (
        select from lead asked join lead l on l.region_id = asked.region_id and l.id = coalesce(asked.merged_into, asked.id)
        join journey j on j.region_id = l.region_id and j.lead_id = l.id
        where asked.region_id = m.region_id and asked.id = m.lead_id and ${await this.visibility.condition()})
      when m.person_id is not null then exists (
        select from person asked join person p on p.region_id = asked.region_id and p.id = coalesce(asked.merged_into, asked.id)
        where asked.region_id = m.region_id and asked.id = m.person_id and ${visiblePersons(sight)})
      when m.contact_person_id is not null then m.contact_person_id = any(${[...sight.standsFor, ...sight.partnerOwners]}::uuid[])
      else m.about = '{}' end`;
  }
}
