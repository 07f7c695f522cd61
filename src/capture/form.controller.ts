/** /regions/{region}/forms */
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import * as z from 'zod';
import { Allow } from '../access/allow.ts';
import { LanguageCode } from '../contact/contact-person.schema.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { FormPreviews } from './form.preview.ts';
import { Form, FormChange, FormDefaults, FormDraft, FormInput, FormList, FormPreview } from './form.schema.ts';
import { Forms } from './form.service.ts';
import { FormWords } from './form.words.ts';

const FormPage = pageOf(Form).meta({ id: 'FormPage' });
const DefaultsPath = z.strictObject({ region: z.string().max(60), language: LanguageCode });
type DefaultsPath = z.infer<typeof DefaultsPath>;

@Controller('regions/:region/forms')
export class FormController {
  constructor(
    private readonly forms: Forms,
    private readonly previews: FormPreviews,
    private readonly words: FormWords,
    private readonly scope: RegionScope,
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
}
