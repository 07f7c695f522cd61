/** GET /regions/{region}/deletions: what will be deleted soon, by who sees it. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { pageOf, RegionPath } from '../platform/page.schema.ts';
import { Deletion, DeletionList } from './privacy.schema.ts';
import { Retention } from './retention.service.ts';

const DeletionPage = pageOf(Deletion).meta({ id: 'DeletionPage' });

@Controller('regions/:region/deletions')
export class DeletionController {
  constructor(private readonly retention: Retention) {}

  @Get()
  @Allow('privacy.act')
  @Answers(DeletionPage)
  list(@Param({ schema: RegionPath }) _path: RegionPath, @Query({ schema: DeletionList }) query: DeletionList) {
    return this.retention.list(query);
  }
}
