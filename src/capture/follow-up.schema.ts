/** What a person sends by the page of a follow-up; blank fields count as not given. */
import * as z from 'zod';
import { CAME_ANYWAY } from '../lead/outcome.schema.ts';
import { Day } from '../platform/page.schema.ts';

const blank = <T extends z.ZodType>(field: T) => z.preprocess((value) => (value === '' ? undefined : value), field.optional());

export const AnswerForm = z.object({
  status: z.enum(['still_here', 'left']),
  cameAnyway: blank(z.enum(CAME_ANYWAY)),
  /** When she left; today without it. */
  on: blank(Day),
  note: blank(z.string().trim().max(4000)),
});
export type AnswerForm = z.infer<typeof AnswerForm>;
