/** /regions/{region}/activities/{id}/links and /regions/{region}/links/{id} */
import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../access/allow.ts';
import { addressOf } from '../platform/address.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { qrPng, qrSvg } from '../platform/qr.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { Link, LinkChange, LinkInput, Links, QrQuery } from './link.schema.ts';
import { LinkService } from './link.service.ts';

@Controller('regions/:region')
export class LinkController {
  constructor(
    private readonly links: LinkService,
    private readonly scope: RegionScope,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('activities/:id/links')
  @Allow('activity.read')
  @Answers(Links)
  of(@Param({ schema: ItemPath }) path: ItemPath, @Req() request: FastifyRequest) {
    return this.links.of(path.id, this.address(request));
  }

  @Post('activities/:id/links')
  @Allow('activity.write')
  @Answers(Link, { status: 201 })
  make(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: LinkInput }) body: LinkInput, @Req() request: FastifyRequest) {
    return this.links.make(path.id, body, this.address(request));
  }

  @Get('links/:id')
  @Allow('activity.read')
  @Answers(Link)
  one(@Param({ schema: ItemPath }) path: ItemPath, @Req() request: FastifyRequest) {
    return this.links.one(path.id, this.address(request));
  }

  @Patch('links/:id')
  @Allow('activity.write')
  @Answers(Link)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: LinkChange }) body: LinkChange, @Req() request: FastifyRequest) {
    return this.links.change(path.id, body, this.address(request));
  }

  @Get('links/:id/qr.svg')
  @Allow('activity.read')
  @ApiProduces('image/svg+xml')
  async svg(@Param({ schema: ItemPath }) path: ItemPath, @Req() request: FastifyRequest) {
    const { url, code } = await this.links.one(path.id, this.address(request));
    return file(Buffer.from(await qrSvg(url, this.scope.here.region.color)), 'image/svg+xml', `${code}.svg`);
  }

  @Get('links/:id/qr.png')
  @Allow('activity.read')
  @ApiProduces('image/png')
  async png(@Param({ schema: ItemPath }) path: ItemPath, @Query({ schema: QrQuery }) query: QrQuery, @Req() request: FastifyRequest) {
    const { url, code } = await this.links.one(path.id, this.address(request));
    return file(await qrPng(url, this.scope.here.region.color, query.size), 'image/png', `${code}.png`);
  }

  private address(request: FastifyRequest): string {
    return addressOf(request, this.settings);
  }
}

const file = (bytes: Buffer, type: string, name: string) =>
  new StreamableFile(bytes, { type, disposition: `inline; filename="${name}"`, length: bytes.length });
