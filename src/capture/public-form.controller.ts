/** /c/{form}: the public contact form, outside of the API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/public.ts';
import { type Onward, FormVisits, type Visitor } from './form.visit.ts';
import { type PublicPage, sendPublicPage } from './public-page.ts';

const EMBED = readFileSync(join(import.meta.dirname, 'embed.js'));
type Asked = Readonly<Record<string, unknown>>;

@ApiExcludeController()
@Public()
@Controller('c')
export class PublicFormController {
  constructor(private readonly visits: FormVisits) {}

  /** For sites that show a form in a frame. */
  @Get('embed.js')
  embed(@Res() reply: FastifyReply) {
    reply.header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'public, max-age=3600');
    return reply.type('text/javascript; charset=utf-8').send(EMBED);
  }

  @Get(':slug')
  async show(@Param('slug') slug: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answer(reply, await this.visits.show(visitorOf(slug, query, request)));
  }

  @Post(':slug')
  async send(
    @Param('slug') slug: string,
    @Query() query: Asked,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return answer(reply, await this.visits.send(visitorOf(slug, query, request), body));
  }

  @Get(':slug/thanks')
  async thanks(@Param('slug') slug: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answer(reply, await this.visits.thanks(visitorOf(slug, query, request), query.mail === '1'));
  }

  @Get(':slug/data')
  async data(@Param('slug') slug: string, @Query() query: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return answer(reply, await this.visits.data(visitorOf(slug, query, request)));
  }

  /** Its address changes with the picture, so it may be kept for a year. */
  @Get(':slug/photo')
  async photo(@Param('slug') slug: string, @Query() query: Asked, @Res() reply: FastifyReply) {
    const { bytes, type, version } = await this.visits.photo(slug);
    reply.header('cache-control', query.v === version ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    return reply.type(type).send(bytes);
  }
}

function answer(reply: FastifyReply, page: PublicPage | Onward): FastifyReply {
  return 'to' in page
    ? reply.status(303).header('cache-control', 'no-store').header('location', page.to).send()
    : sendPublicPage(reply, page);
}

function visitorOf(slug: string, query: Asked, request: FastifyRequest): Visitor {
  const text = (name: string) => (typeof query[name] === 'string' && query[name] ? query[name].slice(0, 40) : undefined);
  return {
    slug: slug.toLowerCase(),
    lang: text('lang'),
    via: text('via'),
    accepts: request.headers['accept-language'],
    address: request.ip,
  };
}
