/** GET /regions/{region}/activities/{id}/clicks */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Clicks, ClicksQuery } from './clicks.schema.ts';
import { ClicksService } from './clicks.service.ts';

@Controller('regions/:region/activities/:id/clicks')
export class ClicksController {
  constructor(private readonly clicks: ClicksService) {}

  @Get()
  @Allow('activity.read')
  @Answers(Clicks)
  of(@Param({ schema: ItemPath }) path: ItemPath, @Query({ schema: ClicksQuery }) query: ClicksQuery) {
    return this.clicks.of(path.id, query);
  }
}
