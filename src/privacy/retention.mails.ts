/** Tells the owners that leads of theirs will be deleted: how many, never whose. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { letter } from '../platform/mail/letter.ts';
import { Mails } from '../platform/mail/mails.ts';
import { PublicAddress } from '../platform/public-address.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { dayIn } from '../platform/words/names.ts';
import { Words } from '../platform/words/words.ts';
import type { Announced } from './retention.query.ts';

@Injectable()
export class RetentionMails {
  constructor(
    private readonly scope: RegionScope,
    private readonly mails: Mails,
    private readonly words: Words,
    private readonly address: PublicAddress,
  ) {}

  /** One mail to each owner who has an address; what nobody owns stands on the page of deletions. */
  async tell(announced: readonly Announced[]): Promise<void> {
    const { regionId } = this.scope.here;
    const owners = await this.scope.rows<{ id: string; name: string; email: string }>(sql`
      select c.id, c.name, coalesce(c.email, u.email) as email from contact_person c left join app_user u on u.id = c.user_id
      where c.region_id = ${regionId} and c.left_at is null and coalesce(c.email, u.email) is not null
        and c.id = any(${[...new Set(announced.flatMap(({ ownerId }) => ownerId ?? []))]}::uuid[])
      order by c.id`);
    for (const owner of owners)
      await this.write(
        owner,
        announced.filter(({ ownerId }) => ownerId === owner.id),
      );
  }

  private async write({ id, name, email }: { id: string; name: string; email: string }, leads: readonly Announced[]): Promise<void> {
    const { region } = this.scope.here;
    const language = spokenOf(region.locale);
    const say = this.words.of('retention', language);
    const [first] = leads.map(({ on }) => on).sort();
    const day = dayIn(language, first!);
    const open = leads.filter((lead) => lead.open).length;
    const { text, html } = letter({
      language,
      greeting: say('greeting', { name }),
      paragraphs: [
        say('text', { count: leads.length, day, months: region.retentionMonths }),
        ...(open ? [say('open', { count: open })] : []),
        say('keep'),
      ],
      buttons: [{ label: say('button'), url: this.address.of(`/r/${region.slug}/privacy/deletions`) }],
      footer: [say('footer', { region: region.name })],
    });
    await this.mails.write({
      kind: 'deletion_notice',
      to: { name, email },
      language,
      subject: say('subject', { count: leads.length, day }),
      text,
      html,
      contactPersonId: id,
    });
  }
}
