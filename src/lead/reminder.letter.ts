/** The words of a reminder: counts and first names, with the way to the inbox. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { letter } from '../platform/mail/letter.ts';
import { PublicAddress } from '../platform/public-address.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { Words } from '../platform/words/words.ts';

export const PARTS = ['waiting', 'wroteAgain', 'common', 'followUps', 'returned', 'untouched'] as const;

export interface Waiting {
  readonly total: number;
  readonly parts: readonly { readonly key: (typeof PARTS)[number]; readonly count: number; readonly leadIds: readonly string[] }[];
}

/** First names told of each part; the rest is a count. */
const NAMED = 5;

interface FirstName {
  readonly leadId: string;
  readonly personId: string;
  readonly firstName: string;
}

@Injectable()
export class ReminderLetters {
  constructor(
    private readonly scope: RegionScope,
    private readonly words: Words,
    private readonly address: PublicAddress,
  ) {}

  /** The mail to `name`; `about` are the persons whose first names stand in it. */
  async write(name: string, { total, parts }: Waiting) {
    const { region } = this.scope.here;
    const language = spokenOf(region.locale);
    const say = this.words.of('reminder', language);
    const ours = this.words.of('letter', language);
    const known = await this.firstNames(parts.flatMap(({ leadIds }) => leadIds.slice(0, NAMED)));
    const lines = parts
      .filter(({ count }) => count > 0)
      .map(({ key, count, leadIds }) => {
        const names = leadIds
          .slice(0, NAMED)
          .flatMap((id) => known.filter(({ leadId }) => leadId === id).map(({ firstName }) => firstName));
        const line = say(key, { count });
        return names.length ? `${line}: ${names.join(', ')}${count > names.length ? ' …' : ''}` : line;
      });
    const content = letter({
      language,
      greeting: ours('greeting', { name: name.split(' ')[0]! }),
      paragraphs: [say('intro'), ...lines],
      buttons: [{ label: say('open'), url: this.address.of(`/r/${region.slug}/inbox`) }],
      footer: [say('footer')],
    });
    return { language, subject: say('subject', { count: total }), ...content, about: known.map(({ personId }) => personId) };
  }

  /** Protected persons are counted and not named. */
  private firstNames(leadIds: readonly string[]): Promise<FirstName[]> {
    return this.scope.rows<FirstName>(sql`
      select l.id as "leadId", p.id as "personId", split_part(trim(p.name), ' ', 1) as "firstName"
      from lead l join person one on one.region_id = l.region_id and one.id = l.person_id
      join person p on p.region_id = one.region_id and p.id = coalesce(one.merged_into, one.id)
      where l.region_id = ${this.scope.here.regionId} and l.id = any(${leadIds}::uuid[])
        and not p.protected and not one.protected and p.restricted_until is null and trim(p.name) <> ''`);
  }
}
