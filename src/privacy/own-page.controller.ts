/** /my/{token}: a person's own page, outside of the API: no cookie, no script; only what is sent changes anything. */
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { type PublicPage, sendPublicPage } from '../capture/public-page.ts';
import { Problem } from '../platform/problem.ts';
import { Public } from '../platform/public.ts';
import { LANGUAGES } from '../platform/words/languages.schema.ts';
import { acceptedLanguages, spokenOf } from '../platform/words/languages.ts';
import { type Say, Words } from '../platform/words/words.ts';
import { exportBody } from './export.page.ts';
import { readCorrection } from './own-page.answer.ts';
import { eraseBody, ownPageBody, type OwnPageShown } from './own-page.page.ts';
import { type Opened, OwnPages } from './own-page.service.ts';
import { languageIn } from '../platform/words/names.ts';

type Asked = Readonly<Record<string, unknown>>;

@ApiExcludeController()
@Public()
@Controller('my')
export class OwnPageController {
  constructor(
    private readonly pages: OwnPages,
    private readonly words: Words,
  ) {}

  @Get(':token')
  async show(@Param('token') token: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.pages.open(token);
    const done = query.done === 'corrected' || query.done === 'objected' ? query.done : undefined;
    return this.answer(reply, opened, { token, query, request }, (shown) => ownPageBody({ ...shown, done }));
  }

  @Post(':token/correct')
  async correct(
    @Param('token') token: string,
    @Query() query: Asked,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const opened = await this.pages.open(token);
    const { say } = this.speech(opened, query, request);
    const { change, typed, faults } = readCorrection(body, say);
    const asked = { token, query, request };
    if (!opened || opened.privacy.erasedAt) return this.answer(reply, opened, asked, ownPageBody);
    if (!change) return this.answer(reply, opened, asked, (shown) => ownPageBody({ ...shown, typed, faults }), 422);
    return this.carryOut(reply, token, query, 'corrected', () => this.pages.correct(token, change));
  }

  @Post(':token/object')
  async object(@Param('token') token: string, @Query() query: Asked, @Res() reply: FastifyReply) {
    return this.carryOut(reply, token, query, 'objected', () => this.pages.object(token));
  }

  @Get(':token/erase')
  async ask(@Param('token') token: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(reply, await this.pages.open(token), { token, query, request, title: 'erase.sure' }, eraseBody);
  }

  @Post(':token/erase')
  async erase(@Param('token') token: string, @Query() query: Asked, @Res() reply: FastifyReply) {
    return this.carryOut(reply, token, query, 'erased', () => this.pages.erase(token));
  }

  @Get(':token/copy')
  async copy(@Param('token') token: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.pages.open(token);
    const copy = await this.pages.copy(token);
    return this.answer(reply, opened, { token, query, request, title: 'export.title' }, ({ say, language, path, region }) =>
      copy
        ? html`<p><a href="${path}?lang=${language}">${say('back')}</a></p>!${exportBody(copy, { say, sayForm: this.words.of('public', language), language, region })}`
        : '',
    );
  }

  @Get(':token/copy.json')
  async file(@Param('token') token: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const copy = await this.pages.copy(token);
    if (!copy) return this.answer(reply, await this.pages.open(token), { token, query, request }, ownPageBody);
    return reply
      .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
      .header('content-disposition', 'attachment; filename="my-data.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(copy, null, 2));
  }

  /** After a change the page is asked for anew, so that a refresh sends nothing twice. What can't be done any more is seen there. */
  private async carryOut(
    reply: FastifyReply,
    token: string,
    query: Asked,
    done: string,
    change: () => Promise<void>,
  ): Promise<FastifyReply> {
    let outcome = `&done=${done}`;
    try {
      await change();
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      outcome = '';
    }
    const language = typeof query.lang === 'string' ? spokenOf(query.lang) : '';
    return reply
      .status(303)
      .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .header('location', `/my/${encodeURIComponent(token)}?lang=${language}${outcome}`)
      .send();
  }

  private answer(
    reply: FastifyReply,
    opened: Opened | undefined,
    { token, query, request, title = 'title' }: { token: string; query: Asked; request: FastifyRequest; title?: string },
    body: (shown: OwnPageShown) => string,
    status = 200,
  ): FastifyReply {
    const { say, language } = this.speech(opened, query, request);
    const path = `/my/${encodeURIComponent(token)}`;
    const page = { language, languagesLabel: say('languages'), referrer: 'no-referrer', ...languageLinks(path) } as const;
    if (!opened)
      return sendPublicPage(reply, {
        ...page,
        title: say('unknown.title'),
        region: null,
        status: 404,
        bodyHtml: html`<p>${say('unknown.text')}</p>`,
      });
    const { name: region, color } = opened.region;
    if (opened.privacy.erasedAt) {
      return sendPublicPage(reply, {
        ...page,
        title: say('erased.title'),
        region,
        color,
        bodyHtml: html`<p>${say('erased.text', { region })}</p>`,
      });
    }
    const shown: OwnPageShown = { ...opened, say, language, path };
    return sendPublicPage(reply, {
      ...page,
      title: say(title),
      region,
      color,
      status,
      introHtml: title === 'title' ? html`<p>${say('intro', { region })}</p>` : '',
      bodyHtml: body(shown),
      footHtml: html`<p>${say('foot')}</p>`,
    } satisfies PublicPage);
  }

  /** The language asked for, else hers, else the browser's. */
  private speech(opened: Opened | undefined, query: Asked, request: FastifyRequest): { say: Say; language: string } {
    const asked = typeof query.lang === 'string' ? query.lang : undefined;
    const accepted = acceptedLanguages(request.headers['accept-language']);
    const language = spokenOf(asked, ...(opened?.person.languages ?? []), ...accepted);
    return { say: this.words.of('my', language), language };
  }
}

const languageLinks = (path: string): Pick<PublicPage, 'languages'> => ({
  languages: LANGUAGES.map((language) => ({ language, name: languageIn(language, language), href: `${path}?lang=${language}` })),
});
