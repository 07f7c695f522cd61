/** /regions/{region}/activities/bulk: many activities in one request. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ActivityRowResults, ActivityRows } from './activity-bulk.schema.ts';
import { ActivitiesInBulk } from './activity-bulk.service.ts';

@Controller('regions/:region/activities/bulk')
export class ActivityBulkController {
  constructor(private readonly activities: ActivitiesInBulk) {}

  /** Up to 500 rows, one answer each. */
  @Post()
  @HttpCode(200)
  @Allow('activity.write')
  @Answers(ActivityRowResults)
  async make(@Body({ schema: ActivityRows }) body: ActivityRows) {
    return { items: await this.activities.make(body) };
  }
}
