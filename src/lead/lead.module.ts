/** Persons, leads and their history. */
import { Module } from '@nestjs/common';
import { ContactModule } from '../contact/contact.module.ts';
import { OrganisationModule } from '../organisation/organisation.module.ts';
import { RegionModule } from '../region/region.module.ts';
import { AttendanceController } from './attendance.controller.ts';
import { AttendanceLeads } from './attendance.leads.ts';
import { AttendancePeople } from './attendance.people.ts';
import { AttendanceService } from './attendance.service.ts';
import { BoardController } from './board.controller.ts';
import { Boards } from './board.service.ts';
import { PairComparison } from './duplicate.comparison.ts';
import { DuplicateController } from './duplicate.controller.ts';
import { DuplicatePairList } from './duplicate.list.ts';
import { Duplicates } from './duplicate.service.ts';
import { FollowUpAsking } from './follow-up.asking.job.ts';
import { FollowUpController } from './follow-up.controller.ts';
import { FollowUpsOfPersons } from './follow-up.person.service.ts';
import { FollowUpReader } from './follow-up.reader.ts';
import { FollowUpSchedule } from './follow-up.schedule.ts';
import { FollowUpService } from './follow-up.service.ts';
import { HandOverController } from './hand-over.controller.ts';
import { HandOverService } from './hand-over.service.ts';
import { InboxController } from './inbox.controller.ts';
import { InboxEvents } from './inbox-events.ts';
import { InboxService } from './inbox.service.ts';
import { LeadBulkController } from './lead-bulk.controller.ts';
import { LeadsInBulk } from './lead-bulk.service.ts';
import { LeadChanges } from './lead.change.ts';
import { LeadNews } from './lead-news.ts';
import { LeadController } from './lead.controller.ts';
import { LeadFilter } from './lead.filter.ts';
import { LeadPages } from './lead.page.ts';
import { LeadReader } from './lead.reader.ts';
import { Leads } from './lead.service.ts';
import { LikenessSweep } from './likeness.job.ts';
import { Likenesses } from './likeness.service.ts';
import { MergeController } from './merge.controller.ts';
import { MergedFields } from './merge.fields.ts';
import { MergeHolding } from './merge.holding.ts';
import { LeadMerges } from './merge.lead.ts';
import { PersonMerges } from './merge.person.ts';
import { MergeReader } from './merge.reader.ts';
import { Merges } from './merge.service.ts';
import { MessageController } from './message.controller.ts';
import { MessageService } from './message.service.ts';
import { NoteController } from './note.controller.ts';
import { NoteService } from './note.service.ts';
import { HeardFromController, LostReasonController } from './option.controller.ts';
import { Options } from './option.service.ts';
import { OutboxController } from './outbox.controller.ts';
import { Outbox } from './outbox.service.ts';
import { OutcomeController } from './outcome.controller.ts';
import { OutcomeService } from './outcome.service.ts';
import { OwnerController } from './owner.controller.ts';
import { OwnerService } from './owner.service.ts';
import { OwnWordsReader } from './own-words.reader.ts';
import { PersonController } from './person.controller.ts';
import { PersonMatching } from './person.matching.ts';
import { Persons } from './person.service.ts';
import { PipelineController } from './pipeline.controller.ts';
import { Pipelines } from './pipeline.service.ts';
import { ReminderController } from './reminder.controller.ts';
import { ReminderJob } from './reminder.job.ts';
import { ReminderLetters } from './reminder.letter.ts';
import { Reminders } from './reminder.service.ts';
import { SetUpController } from './set-up.controller.ts';
import { SetUps } from './set-up.service.ts';
import { SnoozeController } from './snooze.controller.ts';
import { Snoozes } from './snooze.service.ts';
import { StageController } from './stage.controller.ts';
import { StageService } from './stage.service.ts';
import { TouchController } from './touch.controller.ts';
import { TouchService } from './touch.service.ts';
import { Unmerges } from './unmerge.service.ts';
import { Visibility } from './visibility.ts';
import { VoidController } from './void.controller.ts';
import { VoidService } from './void.service.ts';
import { WroteAgain } from './wrote-again.service.ts';

@Module({
  imports: [RegionModule, ContactModule, OrganisationModule],
  controllers: [
    SetUpController,
    PipelineController,
    LostReasonController,
    HeardFromController,
    PersonController,
    ReminderController,
    MergeController,
    LeadBulkController,
    DuplicateController,
    LeadController,
    BoardController,
    AttendanceController,
    FollowUpController,
    HandOverController,
    InboxController,
    MessageController,
    NoteController,
    OutboxController,
    OutcomeController,
    OwnerController,
    SnoozeController,
    StageController,
    TouchController,
    VoidController,
  ],
  providers: [
    Visibility,
    LeadNews,
    LeadReader,
    LeadFilter,
    LeadPages,
    Leads,
    LeadsInBulk,
    LeadChanges,
    Boards,
    Duplicates,
    DuplicatePairList,
    PairComparison,
    Likenesses,
    LikenessSweep,
    MergedFields,
    MergeHolding,
    MergeReader,
    LeadMerges,
    PersonMerges,
    Merges,
    Unmerges,
    Persons,
    PersonMatching,
    Pipelines,
    Options,
    SetUps,
    TouchService,
    MessageService,
    NoteService,
    AttendanceLeads,
    AttendancePeople,
    AttendanceService,
    FollowUpReader,
    FollowUpSchedule,
    FollowUpService,
    FollowUpAsking,
    FollowUpsOfPersons,
    HandOverService,
    InboxService,
    OwnWordsReader,
    InboxEvents,
    Snoozes,
    WroteAgain,
    Outbox,
    OutcomeService,
    OwnerService,
    StageService,
    ReminderJob,
    ReminderLetters,
    Reminders,
    VoidService,
  ],
  exports: [
    Visibility,
    Leads,
    Persons,
    Pipelines,
    Options,
    SetUps,
    AttendanceService,
    FollowUpService,
    FollowUpsOfPersons,
    NoteService,
    OutcomeService,
    OwnerService,
    StageService,
    TouchService,
  ],
})
export class LeadModule {}
