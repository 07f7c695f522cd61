/** /regions/{region}/partners/{id}/notices, and /c/notice/{region}/{partner}/{version} for everybody. */
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { html } from 'ghtml';
import * as z from 'zod';
import { Allow } from '../access/allow.ts';
import { type PublicPage, sendPublicPage } from '../capture/public-page.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { NotFound } from '../platform/problem.ts';
import { Public } from '../platform/public.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { directionOf, LANGUAGES } from '../platform/words/languages.schema.ts';
import { spokenOf } from '../platform/words/languages.ts';
import { Words } from '../platform/words/words.ts';
import { NoticeInput, NoticeList } from './notice.schema.ts';
import { Notices } from './notice.service.ts';
import { languageIn } from '../platform/words/names.ts';

@Controller('regions/:region/partners/:id/notices')
export class NoticeController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Allow('region.read')
  @Answers(NoticeList)
  list(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.notices.list(id);
  }

  @Post()
  @Allow('privacy.write')
  @Answers(NoticeList, { status: 201 })
  publish(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: NoticeInput }) body: NoticeInput) {
    return this.notices.publish(id, body);
  }
}

@ApiExcludeController()
@Public()
@Controller('c/notice')
export class PublicNoticeController {
  constructor(
    private readonly notices: Notices,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly words: Words,
  ) {}

  @Get(':region/:partner/:version')
  async show(
    @Param('region') slug: string,
    @Param('partner') partner: string,
    @Param('version') version: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ) {
    const region = (await this.regions.all()).find((one) => one.slug === slug);
    const language = spokenOf(typeof query.lang === 'string' ? query.lang : null, region?.locale);
    const say = this.words.of('public', language);
    const read = async () => (z.uuid().safeParse(partner).success ? this.notices.read(partner, version.slice(0, 20), language) : undefined);
    const notice = region && (await this.scope.run(region, NOBODY, read).catch(missing));
    if (!region || !notice) {
      return sendPublicPage(reply, { language, region: null, title: say('unknown.title'), status: 404, bodyHtml: '' });
    }
    const path = `/c/notice/${slug}/${partner}/${encodeURIComponent(version)}`;
    return sendPublicPage(reply, {
      language,
      languages: LANGUAGES.map((one) => ({ language: one, name: languageIn(one, one), href: `${path}?lang=${one}` })),
      languagesLabel: say('languages'),
      region: region.name,
      color: region.color,
      title: say('data.title'),
      introHtml: html`<p>${notice.partner} · ${version}</p>`,
      bodyHtml: html`<div lang="${notice.language}" dir="${directionOf(notice.language)}"><p class="keep">${notice.summary}</p><p class="keep">${notice.text}</p></div>`,
    } satisfies PublicPage);
  }
}

function missing(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
  return undefined;
}
