/** Personal data: export, erasure, restriction, objection, retention. */
import { Module } from '@nestjs/common';
import { LeadModule } from '../lead/lead.module.ts';
import { Erasures } from './erasure.service.ts';
import { Exports } from './export.service.ts';
import { OwnPageController } from './own-page.controller.ts';
import { OwnPageMails } from './own-page.mails.ts';
import { OwnPageNotes } from './own-page.note.ts';
import { OwnPages } from './own-page.service.ts';
import { PrivacyController } from './privacy.controller.ts';
import { PrivacyService } from './privacy.service.ts';
import { AuditController } from './audit.controller.ts';
import { Audits } from './audit.service.ts';
import { NoticeController, PublicNoticeController } from './notice.controller.ts';
import { Notices } from './notice.service.ts';
import { RecordController } from './record.controller.ts';
import { ProcessingRecords } from './record.service.ts';
import { RegionModule } from '../region/region.module.ts';
import { DeletionController } from './deletion.controller.ts';
import { RetentionMails } from './retention.mails.ts';
import { Retention } from './retention.service.ts';
import { Restrictions } from './restriction.service.ts';
import { Subjects } from './subject.service.ts';

@Module({
  imports: [LeadModule, RegionModule],
  controllers: [
    PrivacyController,
    DeletionController,
    OwnPageController,
    NoticeController,
    PublicNoticeController,
    RecordController,
    AuditController,
  ],
  providers: [
    Subjects,
    Erasures,
    Restrictions,
    Exports,
    PrivacyService,
    Retention,
    RetentionMails,
    OwnPages,
    OwnPageMails,
    OwnPageNotes,
    Notices,
    ProcessingRecords,
    Audits,
  ],
})
export class PrivacyModule {}
