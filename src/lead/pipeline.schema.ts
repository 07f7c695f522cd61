/** Pipelines: the ordered steps of a lead, edited by each region. */
import * as z from 'zod';

export const INTENTS = ['move', 'work', 'found', 'study', 'remote'] as const;
export type Intent = (typeof INTENTS)[number];
export const LOST_REASONS = [
  'no_answer',
  'no_job',
  'no_housing',
  'seasonal_only',
  'permit',
  'chose_another_place',
  'stayed',
  'not_eligible',
  'spam',
  'other',
] as const;
export const PIPELINE_TEMPLATES = ['talent', 'entrepreneurship', 'remote', 'interpreter'] as const;

/** A stage's key never changes; `won` is the last one of each pipeline, and `lost` stands beside the steps. */
export const StageKey = z.string().regex(/^[a-z0-9_]{2,40}$/);
export const StageTarget = StageKey;

/** The steps in order, the last with the key `won`. A new step has no key yet; a step left out is archived if it has history, else deleted. */
export const PipelineInput = z
  .strictObject({
    label: z.string().trim().min(2).max(60),
    stages: z
      .array(z.strictObject({ key: StageKey.optional(), label: z.string().trim().min(1).max(60) }))
      .min(2)
      .max(8)
      .refine((stages) => stages.at(-1)?.key === 'won', { error: 'The last step is the one that is won', params: { code: 'won_is_last' } })
      .refine((stages) => new Set(stages.map(({ label }) => label.toLowerCase())).size === stages.length, {
        error: 'Two steps have the same name',
        params: { code: 'same_label' },
      }),
    archived: z.boolean().optional(),
  })
  .meta({ id: 'PipelineInput' });
export type PipelineInput = z.infer<typeof PipelineInput>;

export const PipelineTemplate = z.strictObject({ template: z.enum(PIPELINE_TEMPLATES) }).meta({ id: 'PipelineTemplate' });

export const Pipeline = z
  .object({
    id: z.uuid(),
    key: z.string(),
    label: z.string(),
    intent: z.enum(INTENTS).nullable(),
    stages: z.array(z.object({ key: z.string(), label: z.string(), archived: z.boolean() })),
    /** Calendar months after which a follow-up asks whether the person is still here, and what they run from. */
    followUpMonths: z.array(z.int()),
    followUpFrom: z.enum(['outcome', 'closing']),
    archived: z.boolean(),
  })
  .meta({ id: 'Pipeline' });
export type Pipeline = z.infer<typeof Pipeline>;

/** An option list of the region: reasons for lost, and 'How did you hear of us?'. `label` null: a known key, named in the catalogues. */
export const Option = z
  .object({ key: z.string(), label: z.string().nullable(), channel: z.string().nullable(), archived: z.boolean() })
  .meta({ id: 'Option' });
export type Option = z.infer<typeof Option>;
export const OptionInput = z
  .strictObject({ label: z.string().trim().min(2).max(80), channel: z.string().max(40).nullish() })
  .meta({ id: 'OptionInput' });
export type OptionInput = z.infer<typeof OptionInput>;

export const OptionPath = z.strictObject({ region: z.string().max(60), key: z.string().max(40) });
export type OptionPath = z.infer<typeof OptionPath>;
