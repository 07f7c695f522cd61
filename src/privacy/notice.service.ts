/** Notices of the partners: the built-in text by their basis until they publish their own; every version stays readable. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { NotFound } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { LANGUAGES, type Language } from '../platform/words/languages.schema.ts';
import { Words } from '../platform/words/words.ts';
import type { Partner } from '../region/partner.schema.ts';
import { PartnerService } from '../region/partner.service.ts';
import type { NoticeInput, NoticeList, NoticeText } from './notice.schema.ts';

type Texts = Partial<Record<Language, NoticeText>>;
interface Published {
  readonly version: string;
  readonly at: Date;
  readonly texts: Texts;
}

@Injectable()
export class Notices {
  constructor(
    private readonly scope: RegionScope,
    private readonly partners: PartnerService,
    private readonly words: Words,
  ) {}

  /** All versions of a partner, the newest first; the present one also when it was never published. @throws NotFound */
  async list(partnerId: string): Promise<z.input<typeof NoticeList>> {
    const partner = await this.partners.one(partnerId);
    const builtIn = this.builtInTexts(partner);
    const published = await this.published(partnerId);
    const unpublished = published.some(({ version }) => version === partner.noticeVersion)
      ? []
      : [{ version: partner.noticeVersion, at: null, texts: builtIn }];
    const items = [...unpublished, ...published].map((one) => ({
      ...one,
      current: one.version === partner.noticeVersion,
      path: this.pathOf(partnerId, one.version),
    }));
    return { items, builtIn };
  }

  /** Publishes a new version, which new leads are given from now on. @throws NotFound */
  async publish(partnerId: string, { texts }: NoticeInput): Promise<z.input<typeof NoticeList>> {
    const { regionId, actorId } = this.scope.here;
    await this.scope.rows(sql`select from partner where region_id = ${regionId} and id = ${partnerId} for no key update`);
    const partner = await this.partners.one(partnerId);
    const numbers = [...(await this.published(partnerId)).map(({ version }) => version), partner.noticeVersion].map(Number);
    const version = String(Math.max(0, ...numbers.filter((number) => Number.isInteger(number))) + 1);
    for (const [language, { summary, text }] of Object.entries(texts)) {
      await this.scope.rows(sql`
        insert into notice (region_id, partner_id, version, language, summary, text, actor_id)
        values (${regionId}, ${partnerId}, ${version}, ${language}, ${summary}, ${text}, ${actorId})`);
    }
    await this.scope.rows(sql`update partner set notice_version = ${version} where region_id = ${regionId} and id = ${partnerId}`);
    return this.list(partnerId);
  }

  /**
   * One version for everybody: in the language asked for, else in the region's, else the built-in text. `language` is that of the text.
   * @throws NotFound
   */
  async read(partnerId: string, version: string, asked: Language): Promise<NoticeText & { partner: string; language: string }> {
    const partner = await this.partners.one(partnerId);
    const published = (await this.published(partnerId)).find((one) => one.version === version);
    if (!published && !(await this.wasGiven(partner, version))) throw new NotFound('This notice');
    const language = [asked, this.scope.here.region.locale as Language].find((one) => published?.texts[one]);
    const text = language && published?.texts[language];
    return { partner: partner.name, language: language ?? asked, ...(text ?? this.builtIn(partner, asked)) };
  }

  private pathOf(partnerId: string, version: string): string {
    return `/c/notice/${this.scope.here.region.slug}/${partnerId}/${encodeURIComponent(version)}`;
  }

  /** The partner's present version, or one that a lead was given. */
  private async wasGiven(partner: Partner, version: string): Promise<boolean> {
    if (partner.noticeVersion === version) return true;
    const [given] = await this.scope.rows(sql`
      select from basis where region_id = ${this.scope.here.regionId} and notice_version = ${version} limit 1`);
    return given !== undefined;
  }

  private published(partnerId: string): Promise<Published[]> {
    return this.scope.rows<Published>(sql`
      select version, max(at) as at, json_object_agg(language, json_build_object('summary', summary, 'text', text)) as texts
      from notice where region_id = ${this.scope.here.regionId} and partner_id = ${partnerId}
      group by version order by max(at) desc, version desc`);
  }

  private builtInTexts(partner: Partner): Record<Language, NoticeText> {
    const each = LANGUAGES.map((language) => [language, this.builtIn(partner, language)] as const);
    return Object.fromEntries(each) as Record<Language, NoticeText>;
  }

  /** What the form says where the partner has written nothing. */
  private builtIn({ name: partner, basis }: Partner, language: Language): NoticeText {
    const say = this.words.of('public', language);
    const months = say('months', { count: this.scope.here.region.retentionMonths });
    const parts = [
      [say('data.who'), say('data.whoText', { partner })],
      [say('data.why'), say(`data.whyText.${basis}`)],
      [say('data.long'), say('data.longText', { months })],
      [say('data.rights'), say('data.rightsText')],
      [say('data.others'), say('data.othersText')],
    ];
    return { summary: say(`notice.${basis}`, { partner, months }), text: parts.map((part) => part.join('\n')).join('\n\n') };
  }
}
