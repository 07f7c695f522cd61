/** /regions/{region}/persons/{id}: what may be done with a person's data by who sees her. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Erasures } from './erasure.service.ts';
import { PersonExport } from './export.schema.ts';
import { Exports } from './export.service.ts';
import { OwnPages } from './own-page.service.ts';
import { DecisionInput, Erased, EraseInput, OwnPage, Privacy } from './privacy.schema.ts';
import { PrivacyService } from './privacy.service.ts';
import { Restrictions } from './restriction.service.ts';

@Controller('regions/:region/persons/:id')
export class PrivacyController {
  constructor(
    private readonly privacy: PrivacyService,
    private readonly erasures: Erasures,
    private readonly restrictions: Restrictions,
    private readonly exports: Exports,
    private readonly ownPages: OwnPages,
  ) {}

  @Get('privacy')
  @Allow('privacy.act')
  @Answers(Privacy)
  read(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.privacy.read(id);
  }

  @Get('export')
  @Allow('privacy.act')
  @Answers(PersonExport)
  export(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.exports.read(id);
  }

  /** A link to her own page, to be handed to her. */
  @Post('own-page')
  @HttpCode(200)
  @Allow('privacy.act')
  @Answers(OwnPage)
  ownPage(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.ownPages.linkFor(id);
  }

  @Post('erase')
  @HttpCode(200)
  @Allow('privacy.act')
  @Answers(Erased)
  erase(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: EraseInput }) { reason }: EraseInput) {
    return this.erasures.erase(id, reason);
  }

  @Post('restriction')
  @HttpCode(200)
  @Allow('privacy.act')
  @Answers(Privacy)
  async restrict(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.privacy.of(await this.restrictions.restrict(id));
  }

  @Delete('restriction')
  @Allow('privacy.act')
  @Answers(Privacy)
  async lift(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.privacy.of(await this.restrictions.lift(id));
  }

  @Post('objection')
  @HttpCode(200)
  @Allow('privacy.act')
  @Answers(Privacy)
  async object(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.privacy.of(await this.restrictions.object(id));
  }

  @Post('objection/decision')
  @HttpCode(200)
  @Allow('privacy.act')
  @Answers(Privacy)
  async decide(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: DecisionInput }) body: DecisionInput) {
    return this.privacy.of(await this.restrictions.decide(id, body));
  }
}
