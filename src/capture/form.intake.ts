/** Makes of what somebody wrote into a form her lead and its touches, once; she who is known already stays one person. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { LeadInput, TouchInput } from '../lead/lead.schema.ts';
import { Leads } from '../lead/lead.service.ts';
import { NoteService } from '../lead/note.service.ts';
import { Persons } from '../lead/person.service.ts';
import { Pipelines } from '../lead/pipeline.service.ts';
import { TouchService } from '../lead/touch.service.ts';
import { NOBODY } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import type { FormAnswer } from './form.answer.ts';
import type { Landed, Sending } from './form.sending.ts';
import { FormMails } from './form.mail.ts';
import { noteOf, type Kept } from './form.note.ts';
import type { Ticket } from './form.ticket.ts';
import { FormVia } from './form.via.ts';
import type { FormView } from './form.view.ts';
import { FormWords } from './form.words.ts';

@Injectable()
export class FormIntake {
  constructor(
    private readonly scope: RegionScope,
    private readonly leads: Leads,
    private readonly persons: Persons,
    private readonly pipelines: Pipelines,
    private readonly touches: TouchService,
    private readonly notes: NoteService,
    private readonly via: FormVia,
    private readonly words: FormWords,
    private readonly mails: FormMails,
  ) {}

  /** Takes a sending in; a repeat of its ticket changes nothing. */
  async take(sending: Sending): Promise<void> {
    await this.scope.run(sending.view.region, NOBODY, async () => {
      if (await this.isKnown(sending.ticket)) return;
      const landed = await this.land(sending);
      await this.scope.rows(sql`
        insert into form_sending (region_id, id, form_id, lead_id)
        values (${this.scope.here.regionId}, ${sending.ticket.id}, ${sending.view.id}, ${landed.leadId})`);
      await this.mails.write(sending, landed);
    });
  }

  /** Whether this sending came before. */
  async has({ region }: FormView, ticket: Ticket): Promise<boolean> {
    return this.scope.run(region, NOBODY, () => this.isKnown(ticket));
  }

  /** Two requests with one ticket wait for each other here. */
  private async isKnown({ id }: Ticket): Promise<boolean> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`form ${regionId} ${id}`}, 0))`);
    return (await this.scope.row(sql`select from form_sending where region_id = ${regionId} and id = ${id}`)) !== undefined;
  }

  private async land(sending: Sending): Promise<Landed> {
    const { view, answer, spoken } = sending;
    const intent = answer.intent ?? (view.pipeline?.intent as FormAnswer['intent']) ?? 'move';
    const pipeline = await this.pipelines.forLead(view.pipeline?.key, intent);
    const touches = await this.touchesOf(sending);
    const known = await this.known(answer);
    const note = noteOf(answer, known, this.words.in(view.region.locale));
    const open = known && (await this.openLead(known.id, pipeline.id));
    if (known && open) {
      await this.touches.write(open, touches, () => '');
      await this.notes.write(open, { text: note ?? this.titleOf(view), contact: false, at: new Date() });
      return { leadId: open, personId: known.id, again: true };
    }
    const { name, email, phone } = answer;
    const personId = known?.id ?? (await this.persons.add({ name, email, phone, languages: [spoken.language] }));
    const ownerId = known?.protected ? known.ownerId : view.face?.id;
    const input: Omit<LeadInput, 'id' | 'person'> = {
      intent,
      pipeline: pipeline.key,
      language: spoken.language,
      touches,
      heardFrom: answer.heardFrom ? [answer.heardFrom] : [],
      basis: { kind: view.partner.basis, noticeVersion: await this.noticeShown(sending), noticeGiven: 'shown' },
      ...(answer.municipality ? { municipality: answer.municipality } : {}),
      ...(ownerId ? { contactPersonId: ownerId } : {}),
      ...(note ? { note } : {}),
    };
    return { leadId: await this.leads.logFor(personId, input), personId, again: false };
  }

  /** The version that her page showed, also when a newer one was published while she wrote; the present one if that can't be. */
  private async noticeShown({ view: { partner }, notice }: Sending): Promise<string> {
    const [partnerId, version] = notice.split('/');
    if (partnerId !== partner.id || !version) return partner.noticeVersion;
    const published = await this.scope.row(sql`
      select from notice where region_id = ${this.scope.here.regionId} and partner_id = ${partner.id} and version = ${version} limit 1`);
    return published ? version : partner.noticeVersion;
  }

  /** The form's activity, else that of the link she came by; the link by itself when both are there and differ. */
  private async touchesOf({ view, via, ticket }: Sending): Promise<TouchInput[]> {
    const byLink = await this.via.activityOf(via);
    const byForm = view.activityId ?? byLink;
    return [
      ...(byLink && byLink !== byForm ? [{ activityId: byLink, how: 'link' as const, at: ticket.madeAt.toISOString() }] : []),
      ...(byForm ? [{ activityId: byForm, how: 'form' as const }] : []),
    ];
  }

  /** Who wrote, if she is known; a protected person's leads stay with who already sees her. */
  private async known(answer: FormAnswer): Promise<Known | undefined> {
    const id = await this.persons.matching(answer);
    if (!id) return undefined;
    const { regionId } = this.scope.here;
    return this.scope.row<Known>(sql`
      select p.id, p.name, p.email, p.phone, p.protected,
             (select l.owner_id from lead l join contact_person c on c.region_id = l.region_id and c.id = l.owner_id and c.left_at is null
              where l.region_id = p.region_id and l.person_id = p.id order by l.created_at desc limit 1) as "ownerId"
      from person p where p.region_id = ${regionId} and p.id = ${id} and p.erased_at is null`);
  }

  /** Her newest open lead of this pipeline, which nobody changes until this is written. */
  private async openLead(personId: string, pipelineId: string): Promise<string | undefined> {
    const { regionId } = this.scope.here;
    const row = await this.scope.row<{ id: string }>(sql`
      select l.id from lead l
      join person k on k.region_id = l.region_id and k.id = l.person_id
      join journey j on j.region_id = l.region_id and j.lead_id = l.id
      where l.region_id = ${regionId} and coalesce(k.merged_into, k.id) = ${personId} and l.pipeline_id = ${pipelineId}
        and l.merged_into is null and j.closed_at is null
      order by l.created_at desc, l.id limit 1 for update of l`);
    return row?.id;
  }

  private titleOf({ texts, languages, region }: FormView): string {
    return texts[languages[0]!]?.title ?? this.words.defaults(region.locale, region.name).title;
  }
}

interface Known extends Kept {
  readonly id: string;
  readonly protected: boolean;
  readonly ownerId: string | null;
}
