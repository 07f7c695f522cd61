/** The mails that follow a sending: a receipt to who wrote, and a notice to who answers. */
import { Injectable } from '@nestjs/common';
import type { Landed, Sending } from './form.intake.ts';

@Injectable()
export class FormMails {
  async write(_sending: Sending, _landed: Landed): Promise<void> {}
}
