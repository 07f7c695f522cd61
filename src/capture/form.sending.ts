/** A checked sending of a form on its way in, and where it ended up. */
import type { FormAnswer } from './form.answer.ts';
import type { Ticket } from './form.ticket.ts';
import type { FormView } from './form.view.ts';
import type { Spoken } from './form.words.ts';

export interface Sending {
  readonly view: FormView;
  readonly spoken: Spoken;
  readonly answer: FormAnswer;
  readonly ticket: Ticket;
  /** Code of the link she came by. */
  readonly via: string | undefined;
  /** The notice that her page showed, as `partner/version`. */
  readonly notice: string;
}

/** Where a sending ended up. */
export interface Landed {
  readonly leadId: string;
  readonly personId: string;
  /** She wrote again: her open lead got it. */
  readonly again: boolean;
}
