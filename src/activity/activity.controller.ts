/** /regions/{region}/activities */
import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { VersionedBy } from '../platform/concurrency.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { ActivityContactService } from './activity-contact.service.ts';
import { ActivityLists } from './activity-list.service.ts';
import { ActivityReader } from './activity.reader.ts';
import {
  Activity,
  ActivityChange,
  ActivityHandOver,
  ActivityInput,
  ActivityItem,
  ActivityList,
  ActivityVersion,
} from './activity.schema.ts';
import { ActivityService } from './activity.service.ts';

const ActivityPage = pageOf(ActivityItem).meta({ id: 'ActivityPage' });

@Controller('regions/:region/activities')
@VersionedBy(ActivityVersion)
export class ActivityController {
  constructor(
    private readonly activities: ActivityService,
    private readonly contacts: ActivityContactService,
    private readonly lists: ActivityLists,
    private readonly reader: ActivityReader,
  ) {}

  @Get()
  @Allow('activity.read')
  @Answers(ActivityPage)
  list(@Query({ schema: ActivityList }) query: ActivityList) {
    return this.lists.page(query);
  }

  @Post()
  @Allow('activity.write')
  @Answers(Activity, { status: 201 })
  make(@Body({ schema: ActivityInput }) body: ActivityInput) {
    return this.activities.make(body);
  }

  @Get(':id')
  @Allow('activity.read')
  @Answers(Activity)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.reader.one(path.id);
  }

  @Patch(':id')
  @Allow('activity.write')
  @Answers(Activity)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: ActivityChange }) body: ActivityChange) {
    return this.activities.change(path.id, body);
  }

  @Put(':id/contact-person')
  @Allow('activity.write')
  @Answers(Activity)
  async handOver(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: ActivityHandOver }) body: ActivityHandOver) {
    await this.contacts.handOver(path.id, body);
    return this.reader.one(path.id);
  }
}
