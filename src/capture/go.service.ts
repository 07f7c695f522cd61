/** GET /go/{code}: the hottest path of the product. Counts the click durably and sends the visitor on; registered on Fastify itself. */
import '@fastify/helmet';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOpen, type KnownLink, LinkDirectory } from '../activity/link-directory.service.ts';
import { newId } from '../platform/id.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { type Click, deviceOf, isProgram, languageOf, referrerOf } from './click.ts';
import { ClickWriter } from './click-writer.service.ts';
import { EU_EMBLEM_SVG } from './emblem.ts';
import { goPage } from './go.page.ts';
import type { GoReason } from './go.texts.ts';
import { sendPublicPage } from './public-page.ts';
import { Repeats } from './repeats.ts';
import { VisitorSalts } from './visitor-salt.service.ts';

const REDIRECT = {
  'cache-control': 'no-store',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-robots-tag': 'noindex, nofollow',
};
const A_DAY_SECONDS = 86_400;

type GoRequest = FastifyRequest<{ Params: { code?: string; '*'?: string } }>;

@Injectable()
export class GoService {
  private readonly log = new Logger('Go');
  private readonly repeats = new Repeats();
  private readonly redirect: Readonly<Record<string, string>>;

  constructor(
    private readonly directory: LinkDirectory,
    private readonly writer: ClickWriter,
    private readonly salts: VisitorSalts,
    @Inject(SETTINGS) { publicUrl }: Settings,
  ) {
    this.redirect = {
      ...REDIRECT,
      ...(publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    };
  }

  /** Adds its routes, outside the API and everything that goes with it. */
  register(fastify: FastifyInstance): void {
    // The headers of pages cost more than all the rest of a redirect: it brings its own, and a page asks for them.
    fastify.get('/go/:code', { helmet: false }, (request: GoRequest, reply) => this.go(request, reply));
    fastify.get('/go/*', (request, reply) => this.page('unknown', request, reply, null));
    fastify.get('/emblem/eu.svg', (_, reply) =>
      reply.headers({ 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${A_DAY_SECONDS}` }).send(EU_EMBLEM_SVG),
    );
  }

  private async go(request: GoRequest, reply: FastifyReply): Promise<FastifyReply> {
    const code = request.params.code!.toLowerCase();
    let link = this.directory.fresh(code);
    if (link === undefined) {
      try {
        link = await this.directory.find(code);
      } catch (error) {
        this.log.error(error);
        return this.page('unavailable', request, reply, null);
      }
    }
    if (!link) return this.page('unknown', request, reply, null);
    if (!isOpen(link)) return this.page('closed', request, reply, link);
    if (!link.location) return this.page('nowhere', request, reply, link);
    if (request.method === 'GET') await this.count(link, request);
    return reply.code(302).headers(this.redirect).header('location', link.location).send();
  }

  /** Keeps the click of a human; a repeat within the clock hour is none. */
  private async count(link: KnownLink, request: GoRequest): Promise<void> {
    const { headers, ip } = request;
    const agent = headers['user-agent'];
    if (!agent || isProgram(agent) || isPrefetch(headers)) return;
    const at = Date.now();
    if (this.repeats.has(link.linkId, ip, agent, at)) return;
    if (link.visitorHash && !this.salts.isReady(at)) await this.salts.ready(at).catch((error: unknown) => this.log.error(error));
    const click: Click = {
      regionId: link.regionId,
      id: newId(),
      linkId: link.linkId,
      at,
      referrer: referrerOf(headers.referer),
      language: languageOf(headers['accept-language']),
      device: deviceOf(agent),
      visitor: link.visitorHash ? this.salts.visitor(link.regionId, ip, agent, at) : null,
    };
    await this.writer.record(click);
  }

  private page(reason: GoReason, request: FastifyRequest, reply: FastifyReply, link: KnownLink | null): FastifyReply {
    const region = link && { name: link.regionName, color: link.regionColor, locale: link.regionLocale, form: link.form };
    if ('helmet' in request.routeOptions.config) reply.helmet();
    return sendPublicPage(reply, goPage(reason, request.headers['accept-language'], region));
  }
}

/** A browser that fetches ahead has no visitor yet. */
const isPrefetch = (headers: FastifyRequest['headers']): boolean =>
  /prefetch|preview/i.test(`${headers['sec-purpose'] ?? headers.purpose ?? ''}${headers['x-purpose'] ?? ''}${headers['x-moz'] ?? ''}`);
