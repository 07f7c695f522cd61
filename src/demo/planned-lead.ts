/** A lead of the demo with its whole story, as a plan. */
import type { How } from '../lead/lead.schema.ts';
import type { Intent } from '../lead/pipeline.schema.ts';

export interface PlannedTouch {
  /** Key of an activity (or of its part, `key/channel`); absent for a referral or the own initiative. */
  readonly activity?: string;
  readonly how: How;
  readonly at: string;
}

export interface PlannedLead {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly languages: string[];
  readonly origin?: string;
  readonly intent: Intent;
  readonly municipality: string;
  readonly owner: string;
  readonly createdAt: string;
  readonly touches: readonly PlannedTouch[];
  readonly heardFrom: readonly string[];
  /** Stages in order; the last may be `lost` with its reason. */
  readonly moves: readonly { readonly stage: string; readonly at: string; readonly reason?: string }[];
  readonly outcome?: {
    readonly type: 'settled_mover' | 'new_company';
    readonly on: string;
    readonly adults?: number;
    readonly children?: number;
    readonly company?: string;
  };
  /** Answers to the follow-ups at 3, 6 and 12 months, as far as they were due. */
  readonly answers: readonly ('still_here' | 'left' | 'no_answer')[];
  readonly cameAnyway?: 'yes' | 'partly' | 'no';
  readonly note?: string;
}
