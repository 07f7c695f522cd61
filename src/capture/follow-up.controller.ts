/** /follow-up/{token}: the page behind the link in a mail that asks a person whether she is still here. */
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FOLLOW_UP_LINK, FollowUpsOfPersons } from '../lead/follow-up.person.service.ts';
import { Unprocessable } from '../platform/problem.ts';
import { Public } from '../platform/public.ts';
import { NOBODY, RegionDirectory } from '../platform/region-directory.ts';
import { type RegionFacts, RegionScope } from '../platform/region-scope.ts';
import { SignedLinks } from '../platform/signed-link.ts';
import { FollowUpPages, type Typed } from './follow-up.page.ts';
import { AnswerForm } from './follow-up.schema.ts';
import { sendPublicPage } from './public-page.ts';

/** Only POST answers: whatever opens links in mails by itself (scanners, previews) changes nothing. No cookie is read or set. */
@Controller('follow-up/:token')
@Public()
export class FollowUpPageController {
  constructor(
    private readonly links: SignedLinks,
    private readonly regions: RegionDirectory,
    private readonly scope: RegionScope,
    private readonly followUps: FollowUpsOfPersons,
    private readonly pages: FollowUpPages,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Query('answer') answer: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.open(token);
    if (!opened) return this.gone(request, reply);
    const { region, id } = opened;
    const asked = await this.scope.run(region, NOBODY, () => this.followUps.read(id));
    if (!asked) return this.gone(request, reply);
    const status = answer === 'still_here' || answer === 'left' ? answer : undefined;
    return sendPublicPage(reply, this.pages.question(region, asked, status ? { status } : {}));
  }

  @Post()
  async answer(@Param('token') token: string, @Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const opened = await this.open(token);
    if (!opened) return this.gone(request, reply);
    const { region, id } = opened;
    const asked = await this.scope.run(region, NOBODY, () => this.followUps.read(id));
    if (!asked) return this.gone(request, reply);
    const typed = (body ?? {}) as Typed;
    const read = AnswerForm.safeParse(typed);
    if (!read.success) {
      const faults = read.error.issues.map(({ path }) => (path[0] === 'on' ? 'on' : 'status'));
      return sendPublicPage(reply, this.pages.question(region, asked, typed, faults));
    }
    return this.record(region, id, read.data, typed, reply);
  }

  private async record(region: RegionFacts, id: string, { on, ...given }: AnswerForm, typed: Typed, reply: FastifyReply) {
    try {
      const asked = await this.scope.run(region, NOBODY, async () => {
        await this.followUps.answer(id, { ...given, on: given.status === 'left' ? on : undefined });
        return this.followUps.read(id);
      });
      return sendPublicPage(reply, this.pages.thanks(region, asked!));
    } catch (error) {
      if (!(error instanceof Unprocessable)) throw error;
      const asked = await this.scope.run(region, NOBODY, () => this.followUps.read(id));
      return sendPublicPage(reply, this.pages.question(region, asked!, typed, ['on']));
    }
  }

  private async open(token: string): Promise<{ region: RegionFacts; id: string } | undefined> {
    const linked = this.links.read(FOLLOW_UP_LINK, token);
    const region = linked && (await this.regions.find(linked.regionId));
    return region && { region, id: linked.id };
  }

  private gone(request: FastifyRequest, reply: FastifyReply) {
    return sendPublicPage(reply, this.pages.gone(request.headers['accept-language']));
  }
}
