/** /regions/{region}/forms */
import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Allow } from '../access/allow.ts';
import { QrQuery } from '../activity/link.schema.ts';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { addressOf } from '../platform/address.ts';
import { Answers } from '../platform/answers.ts';
import { VersionedBy } from '../platform/concurrency.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { qrPng, qrSvg } from '../platform/qr.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { FormPreviews } from './form.preview.ts';
import { Form, FormChange, FormDefaults, FormDraft, FormInput, FormList, FormPreview, FormVersion } from './form.schema.ts';
import { Forms } from './form.service.ts';
import { FormWords } from './form.words.ts';

const FormPage = pageOf(Form).meta({ id: 'FormPage' });
const DefaultsPath = z.strictObject({ region: z.string().max(60), language: LanguageCode });
type DefaultsPath = z.infer<typeof DefaultsPath>;

@Controller('regions/:region/forms')
@VersionedBy(FormVersion)
export class FormController {
  constructor(
    private readonly forms: Forms,
    private readonly previews: FormPreviews,
    private readonly words: FormWords,
    private readonly scope: RegionScope,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('form.read')
  @Answers(FormPage)
  list(@Query({ schema: FormList }) query: FormList) {
    return this.forms.list(query);
  }

  @Post()
  @Allow('form.write')
  @Answers(Form, { status: 201 })
  make(@Body({ schema: FormInput }) body: FormInput) {
    return this.forms.make(body);
  }

  /** The built-in texts of a language. */
  @Get('defaults/:language')
  @Allow('form.read')
  @Answers(FormDefaults)
  defaults(@Param({ schema: DefaultsPath }) path: DefaultsPath) {
    return this.words.defaults(path.language, this.scope.here.region.name);
  }

  /** The page as it would be; nothing is saved. */
  @Post('preview')
  @HttpCode(200)
  @Allow('form.write')
  @Answers(FormPreview)
  preview(@Body({ schema: FormDraft }) body: FormDraft) {
    return this.previews.show(body);
  }

  @Get(':id')
  @Allow('form.read')
  @Answers(Form)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.forms.one(path.id);
  }

  @Patch(':id')
  @Allow('form.write')
  @Answers(Form)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: FormChange }) body: FormChange) {
    return this.forms.change(path.id, body);
  }

  @Get(':id/qr.svg')
  @Allow('form.read')
  @ApiProduces('image/svg+xml')
  async svg(@Param({ schema: ItemPath }) path: ItemPath, @Req() request: FastifyRequest) {
    const { slug } = await this.forms.one(path.id);
    return picture(Buffer.from(await qrSvg(this.address(slug, request), this.scope.here.region.color)), 'image/svg+xml', `${slug}.svg`);
  }

  @Get(':id/qr.png')
  @Allow('form.read')
  @ApiProduces('image/png')
  async png(@Param({ schema: ItemPath }) path: ItemPath, @Query({ schema: QrQuery }) query: QrQuery, @Req() request: FastifyRequest) {
    const { slug } = await this.forms.one(path.id);
    return picture(await qrPng(this.address(slug, request), this.scope.here.region.color, query.size), 'image/png', `${slug}.png`);
  }

  private address(slug: string, request: FastifyRequest): string {
    return `${addressOf(request, this.settings)}/c/${slug}`;
  }
}

const picture = (bytes: Buffer, type: string, name: string) =>
  new StreamableFile(bytes, { type, disposition: `inline; filename="${name}"`, length: bytes.length });
