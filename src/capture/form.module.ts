/** Contact forms and what the public sends through them. */
import { Module } from '@nestjs/common';
import { ContactModule } from '../contact/contact.module.ts';
import { LeadModule } from '../lead/lead.module.ts';
import { FormController } from './form.controller.ts';
import { FormIntake } from './form.intake.ts';
import { FormLimits } from './form.limit.ts';
import { FormMails } from './form.mail.ts';
import { FormPreviews } from './form.preview.ts';
import { Forms } from './form.service.ts';
import { FormTickets } from './form.ticket.ts';
import { FormVia } from './form.via.ts';
import { FormDirectory } from './form.view.ts';
import { FormVisits } from './form.visit.ts';
import { FormWords } from './form.words.ts';
import { PublicFormController } from './public-form.controller.ts';

@Module({
  imports: [ContactModule, LeadModule],
  controllers: [FormController, PublicFormController],
  providers: [Forms, FormDirectory, FormIntake, FormLimits, FormMails, FormPreviews, FormTickets, FormVia, FormVisits, FormWords],
  exports: [Forms],
})
export class FormModule {}
