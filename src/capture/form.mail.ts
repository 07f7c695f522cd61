/** The mails that follow a sending: a receipt to who wrote, and a notice to who answers. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { letter } from '../platform/mail/letter.ts';
import { Mails } from '../platform/mail/mails.ts';
import { PublicAddress } from '../platform/public-address.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { SignedLinks } from '../platform/signed-link.ts';
import { spokenOf } from '../platform/words/languages.ts';
import type { Landed, Sending } from './form.sending.ts';
import { withinText } from './form.parts.ts';
import { FormWords } from './form.words.ts';

/** The link to one's own data is good for this long. */
const LINK_DAYS = 180;

interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whom she stands in for. */
  readonly insteadOf: string | null;
}

@Injectable()
export class FormMails {
  constructor(
    private readonly scope: RegionScope,
    private readonly mails: Mails,
    private readonly words: FormWords,
    private readonly links: SignedLinks,
    private readonly address: PublicAddress,
  ) {}

  async write(sending: Sending, landed: Landed): Promise<void> {
    await this.receipt(sending, landed);
    await this.notices(sending, landed);
  }

  /**
   * To the address that was written. The link to the person's data goes only to the address she is known by: who is known by her phone
   * alone may be somebody else than who wrote.
   */
  private async receipt({ view, spoken, answer }: Sending, { personId, leadId }: Landed): Promise<void> {
    const { name, email } = answer;
    if (!email) return;
    const { say } = spoken;
    const language = spokenOf(spoken.language);
    const { region, partner, face } = view;
    const within = withinText(view, say);
    const hers = await this.isAddressOf(personId, email);
    const token = hers ? this.links.token({ kind: 'person', regionId: region.id, id: personId }, LINK_DAYS) : undefined;
    const { text, html } = letter({
      language,
      greeting: say('receipt.greeting', { name }),
      paragraphs: [
        face ? say('receipt.thanks', { person: face.name, within }) : say('receipt.thanksNobody', { within }),
        ...(token ? [say('receipt.data', { partner: partner.name })] : []),
      ],
      buttons: token ? [{ label: say('receipt.button'), url: this.address.of(`/my/${token}`) }] : [],
      signature: [...(face ? [face.name] : []), region.name],
      footer: token ? [say('receipt.forward')] : [],
    });
    await this.mails.write({
      kind: 'receipt',
      to: { name, email },
      language,
      subject: say('receipt.subject', { region: region.name }),
      text,
      html,
      personId,
      leadId,
      ...(face ? { contactPersonId: face.id } : {}),
      replyTo: face?.email ?? null,
    });
  }

  private async isAddressOf(personId: string, email: string): Promise<boolean> {
    const row = await this.scope.row(sql`
      select from person where region_id = ${this.scope.here.regionId} and id = ${personId} and email_key = lower(${email})`);
    return row !== undefined;
  }

  /** To the owner, or who stands in for her; to all who are there when nobody owns it. No more of the person than her first name. */
  private async notices({ view, answer }: Sending, { personId, leadId, again }: Landed): Promise<void> {
    const { region } = view;
    const language = spokenOf(region.locale);
    const say = this.words.in(language);
    const name = answer.name.split(/\s+/)[0]!;
    const form = view.texts[view.languages[0]!]?.title || say('title', { region: region.name });
    const owned = await this.scope.row<{ ownerId: string | null }>(sql`
      select owner_id as "ownerId" from lead where region_id = ${region.id} and id = ${leadId}`);
    for (const reader of await this.readers(owned?.ownerId ?? null, personId)) {
      const { text, html } = letter({
        language,
        greeting: say('tell.greeting'),
        paragraphs: [
          say(again ? 'tell.again' : 'tell.new', { name, form, within: withinText(view, say) }),
          ...(owned?.ownerId ? [] : [say('tell.nobody')]),
          ...(reader.insteadOf ? [say('tell.instead', { owner: reader.insteadOf })] : []),
        ],
        buttons: [{ label: say('tell.button'), url: this.address.of(`/r/${region.slug}/leads/${leadId}`) }],
      });
      await this.mails.write({
        kind: 'lead_notice',
        to: { name: reader.name, email: reader.email },
        language,
        subject: say(again ? 'tell.subjectAgain' : 'tell.subject', { name }),
        text,
        html,
        about: [personId],
        leadId,
        contactPersonId: reader.id,
      });
    }
  }

  /** A protected person's substitute does not see her, so the owner alone is told. */
  private readers(ownerId: string | null, personId: string): Promise<Reader[]> {
    const { regionId, region } = this.scope.here;
    return this.scope.rows<Reader>(sql`
      with held as (
        select o.id as owner, s.id as substitute
        from contact_person o
        left join absence a on a.region_id = o.region_id and a.contact_person_id = o.id
          and a.period @> (now() at time zone ${region.timeZone})::date
          and not exists (select from person p where p.region_id = o.region_id and p.id = ${personId} and p.protected)
        left join contact_person s on s.region_id = a.region_id and s.id = a.substitute_id and s.left_at is null
        where o.region_id = ${regionId} and o.left_at is null and (${ownerId}::uuid is null or o.id = ${ownerId}::uuid)
          and (${ownerId}::uuid is not null or a.id is null))
      select distinct on (c.id) c.id, c.name, coalesce(c.email, u.email) as email, case when h.substitute is not null then o.name end as "insteadOf"
      from held h
      join contact_person c on c.region_id = ${regionId} and c.id = coalesce(h.substitute, h.owner)
      join contact_person o on o.region_id = ${regionId} and o.id = h.owner
      left join app_user u on u.id = c.user_id
      where coalesce(c.email, u.email) is not null
      order by c.id`);
  }
}
