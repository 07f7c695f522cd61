/** GET /regions/{region}/mail */
import { Controller, Get, Inject } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { Mails } from '../platform/mail/mails.ts';
import { SETTINGS, type Settings } from '../platform/settings.ts';
import { LANGUAGES } from '../platform/words/languages.schema.ts';
import { MailSetup } from './mail-setup.schema.ts';

@Controller('regions/:region/mail')
export class MailSetupController {
  constructor(
    private readonly mails: Mails,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('region.read')
  @Answers(MailSetup)
  read(): MailSetup {
    const { mailFrom: from, publicUrl } = this.settings;
    return { configured: this.mails.configured, from, linksWork: publicUrl !== undefined, languages: [...LANGUAGES] };
  }
}
