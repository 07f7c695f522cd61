/** /regions/{region}/lost-reasons and /regions/{region}/heard-from-options: the same routes for both lists. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { pageOf } from '../platform/page.schema.ts';
import { type OptionList, Options } from './option.service.ts';
import { Option, OptionInput, OptionPath } from './pipeline.schema.ts';

const OptionPage = pageOf(Option).meta({ id: 'OptionPage' });

abstract class OptionRoutes {
  constructor(
    private readonly options: Options,
    private readonly which: OptionList,
  ) {}

  @Get()
  @Allow('region.read')
  @Answers(OptionPage)
  async list() {
    const items = await this.options.list(this.which);
    return { items, nextCursor: null, total: items.length };
  }

  @Post()
  @Allow('pipeline.write')
  @Answers(Option, { status: 201 })
  add(@Body({ schema: OptionInput }) body: OptionInput) {
    return this.options.add(this.which, body);
  }

  /** Archives it. */
  @Delete(':key')
  @Allow('pipeline.write')
  @Answers(Option)
  archive(@Param({ schema: OptionPath }) { key }: OptionPath) {
    return this.options.setArchived(this.which, key, true);
  }

  @Post(':key/restore')
  @HttpCode(200)
  @Allow('pipeline.write')
  @Answers(Option)
  restore(@Param({ schema: OptionPath }) { key }: OptionPath) {
    return this.options.setArchived(this.which, key, false);
  }
}

@Controller('regions/:region/lost-reasons')
export class LostReasonController extends OptionRoutes {
  constructor(options: Options) {
    super(options, 'lost_reason');
  }
}

@Controller('regions/:region/heard-from-options')
export class HeardFromController extends OptionRoutes {
  constructor(options: Options) {
    super(options, 'heard_from_option');
  }
}
