/** Activities of every kind, who is responsible for them, and their figures. */
import { Module } from '@nestjs/common';
import { ContactModule } from '../contact/contact.module.ts';
import { RegionModule } from '../region/region.module.ts';
import { ActivityBulkController } from './activity-bulk.controller.ts';
import { ActivitiesInBulk } from './activity-bulk.service.ts';
import { ActivityContactService } from './activity-contact.service.ts';
import { ActivityLists } from './activity-list.service.ts';
import { ActivityReferences } from './activity-references.service.ts';
import { ActivityController } from './activity.controller.ts';
import { ActivityReader } from './activity.reader.ts';
import { ActivityService } from './activity.service.ts';
import { ActivityStore } from './activity.store.ts';
import { FiguresController } from './figures.controller.ts';
import { FiguresService } from './figures.service.ts';
import { LinkController } from './link.controller.ts';
import { LinkDirectory } from './link-directory.service.ts';
import { LinkService } from './link.service.ts';
import { LinkStore } from './link.store.ts';
import { MetricService } from './metric.service.ts';
import { SnapshotService } from './snapshot.service.ts';

@Module({
  imports: [RegionModule, ContactModule],
  controllers: [ActivityBulkController, ActivityController, FiguresController, LinkController],
  providers: [
    ActivityStore,
    ActivityReader,
    ActivityLists,
    ActivityReferences,
    ActivityContactService,
    ActivityService,
    ActivitiesInBulk,
    MetricService,
    SnapshotService,
    FiguresService,
    LinkStore,
    LinkService,
    LinkDirectory,
  ],
  exports: [ActivityService, ActivityReader, ActivityStore, MetricService, SnapshotService, LinkDirectory],
})
export class ActivityModule {}
