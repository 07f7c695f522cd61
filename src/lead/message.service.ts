/** Messages: a contact person writes to a person by mail, and the answer comes to herself. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { Viewer } from '../access/viewer.ts';
import { newId } from '../platform/id.ts';
import { letter } from '../platform/mail/letter.ts';
import { Mails } from '../platform/mail/mails.ts';
import { Conflict } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { Words } from '../platform/words/words.ts';
import type { MessageInput, MessageSent } from './message.schema.ts';
import { NoteService } from './note.service.ts';
import { type LeadRow, Visibility } from './visibility.ts';

interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: string | null;
  readonly restricted: boolean;
}

interface Sender {
  readonly contactPersonId: string | null;
  readonly name: string;
  readonly email: string;
  /** Her title, phone and organisation, as far as they are known. */
  readonly lines: string[];
}

@Injectable()
export class MessageService {
  constructor(
    private readonly scope: RegionScope,
    private readonly visibility: Visibility,
    private readonly viewer: Viewer,
    private readonly notes: NoteService,
    private readonly mails: Mails,
    private readonly words: Words,
  ) {}

  /**
   * Writes the mail and the note that keeps its words: a contact, so it answers who waits and touches the lead.
   * @throws NotFound; Conflict `mail_not_set_up`, `no_email`, `restricted`
   */
  async send(leadId: string, { subject, text }: MessageInput): Promise<MessageSent> {
    const lead = await this.visibility.mustSee(leadId, { lock: true });
    if (!this.mails.configured) throw new Conflict('mail_not_set_up', undefined, 'No mail server is set up; write from your own mail');
    const to = await this.recipient(lead);
    if (to.restricted) throw new Conflict('restricted', undefined, 'This person has asked not to be contacted');
    if (!to.email) throw new Conflict('no_email', undefined, 'No e-mail address is known');
    const at = new Date();
    const mailId = await this.mail(lead, { ...to, email: to.email }, { subject, text });
    const noteId = await this.notes.write(lead.id, { text: `${subject}\n\n${text}`, contact: true, at });
    const id = newId();
    await this.scope.rows(sql`
      insert into message (region_id, id, lead_id, note_id, mail_id)
      values (${this.scope.here.regionId}, ${id}, ${lead.id}, ${noteId}, ${mailId})`);
    return { id, leadId: lead.id, mailId, at };
  }

  private async mail(lead: LeadRow, to: Recipient & { email: string }, { subject, text }: MessageInput): Promise<string> {
    const sender = await this.sender();
    const language = spokenOf(to.language, this.scope.here.region.locale);
    return this.mails.write({
      kind: 'message',
      to,
      language,
      subject,
      ...letter({
        language,
        paragraphs: text.split(/\n{2,}/),
        signature: [this.words.of('letter', language)('regards'), sender.name, ...sender.lines],
      }),
      personId: to.id,
      leadId: lead.id,
      contactPersonId: sender.contactPersonId,
      fromName: sender.name,
      replyTo: sender.email,
      automatic: false,
    });
  }

  private async recipient({ id, personId }: LeadRow): Promise<Recipient> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<Recipient>(sql`
      select p.id, coalesce(p.name, '') as name, p.email, coalesce(l.language, p.languages[1]) as language, p.restricted_until is not null as restricted
      from lead l join person one on one.region_id = l.region_id and one.id = ${personId}
      join person p on p.region_id = one.region_id and p.id = coalesce(one.merged_into, one.id)
      where l.region_id = ${regionId} and l.id = ${id}`);
    return row!;
  }

  /** The viewer as the person will see her: her public profile, else her name and address as a member. */
  private async sender(): Promise<Sender> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<Sender>(sql`
      select c.id as "contactPersonId", coalesce(c.name, u.name) as name, coalesce(c.email, u.email) as email,
             array_remove(array[c.title, o.name, c.phone], null) as lines
      from app_user u
      left join contact_person c on c.region_id = ${regionId} and c.user_id = u.id and c.left_at is null
      left join partner o on o.region_id = ${regionId} and o.id = c.partner_id
      where u.id = ${this.viewer.userId}::uuid`);
    return row!;
  }
}
