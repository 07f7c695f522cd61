/** The mails that follow what a person does on her own page, and what becomes of her objection. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { Person } from '../lead/person.schema.ts';
import { letter } from '../platform/mail/letter.ts';
import { Mails } from '../platform/mail/mails.ts';
import { PublicAddress } from '../platform/public-address.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { Words } from '../platform/words/words.ts';
import { dayIn } from '../platform/words/names.ts';

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly leadId: string;
}

@Injectable()
export class OwnPageMails {
  constructor(
    private readonly scope: RegionScope,
    private readonly mails: Mails,
    private readonly words: Words,
    private readonly address: PublicAddress,
  ) {}

  /** To the address that was hers: if it was not she who changed it, an answer reaches her contact person. */
  async addressChanged(before: Person): Promise<void> {
    const { region } = this.scope.here;
    const language = spokenOf(...before.languages, region.locale);
    const say = this.words.of('my', language);
    const [owner] = await this.owners(before.id);
    await this.mails.write({
      kind: 'data_notice',
      to: { name: before.name, email: before.email! },
      language,
      subject: say('mail.changed.subject', { region: region.name }),
      ...letter({
        language,
        paragraphs: [say('mail.changed.text', { region: region.name }), ...(owner ? [say('mail.changed.wrong')] : [])],
      }),
      personId: before.id,
      replyTo: owner?.email ?? null,
    });
  }

  /** To her, in her language: that her objection was rejected, why, and to whom she may complain. Without an address nothing is sent. */
  async rejected({ id, name, email, languages }: Person, reason: string): Promise<void> {
    if (!email) return;
    const { region } = this.scope.here;
    const language = spokenOf(...languages, region.locale);
    const say = this.words.of('my', language);
    const [owner] = await this.owners(id);
    await this.mails.write({
      kind: 'data_notice',
      to: { name, email },
      language,
      subject: say('mail.rejected.subject', { region: region.name }),
      ...letter({ language, paragraphs: [say('mail.rejected.text', { region: region.name }), reason, say('mail.rejected.complain')] }),
      personId: id,
      replyTo: owner?.email ?? null,
    });
  }

  /** To each owner of her leads, without a word of who she is. */
  async objected(personId: string, decideBy: string): Promise<void> {
    const { region } = this.scope.here;
    const language = spokenOf(region.locale);
    const say = this.words.of('my', language);
    const day = dayIn(language, decideBy);
    for (const { id, name, email, leadId } of await this.owners(personId)) {
      await this.mails.write({
        kind: 'data_notice',
        to: { name, email },
        language,
        subject: say('mail.objected.subject', { day }),
        ...letter({
          language,
          paragraphs: [say('mail.objected.text', { day })],
          buttons: [{ label: say('mail.objected.button'), url: this.address.of(`/r/${region.slug}/leads/${leadId}`) }],
        }),
        contactPersonId: id,
        leadId,
      });
    }
  }

  /** Present contact persons who own a lead of hers and have an address, each once, with her newest lead. */
  private owners(personId: string): Promise<Owner[]> {
    const { regionId } = this.scope.here;
    return this.scope.rows<Owner>(sql`
      select distinct on (c.id) c.id, c.name, coalesce(c.email, u.email) as email, l.id as "leadId"
      from lead l
      join person p on p.region_id = l.region_id and p.id = l.person_id
      join contact_person c on c.region_id = l.region_id and c.id = l.owner_id and c.left_at is null
      left join app_user u on u.id = c.user_id
      where l.region_id = ${regionId} and l.merged_into is null and (p.id = ${personId} or p.merged_into = ${personId})
        and coalesce(c.email, u.email) is not null
      order by c.id, l.created_at desc`);
  }
}
