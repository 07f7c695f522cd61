/** The Koillismaa demo. */
import { Module } from '@nestjs/common';
import { ActivityModule } from '../activity/activity.module.ts';
import { FormModule } from '../capture/form.module.ts';
import { ContactModule } from '../contact/contact.module.ts';
import { LeadModule } from '../lead/lead.module.ts';
import { RegionModule } from '../region/region.module.ts';
import { DemoActivities } from './demo.activities.ts';
import { DemoController } from './demo.controller.ts';
import { DemoLeads } from './demo.leads.ts';
import { DemoPeople } from './demo.people.ts';
import { DemoProgress } from './demo.progress.ts';
import { Demo } from './demo.service.ts';

@Module({
  imports: [RegionModule, ContactModule, ActivityModule, LeadModule, FormModule],
  controllers: [DemoController],
  providers: [Demo, DemoPeople, DemoActivities, DemoLeads, DemoProgress],
})
export class DemoModule {}
