/** Which pipelines a funnel is of, and its steps. */
import sql from 'sql-template-tag';
import * as z from 'zod';
import { Unprocessable } from '../platform/problem.ts';
import type { Read } from './funnel.query.ts';
import { COMMON_STEPS, text, type Language } from './texts.ts';

const PipelineRow = z.object({
  no: z.int(),
  key: z.string(),
  label: z.string(),
  archived: z.boolean(),
  stages: z.array(z.object({ key: z.string(), label: z.string() })),
});
type PipelineRow = z.infer<typeof PipelineRow>;

export interface Plan {
  /** By position. */
  readonly pipelines: readonly PipelineRow[];
  readonly steps: readonly { readonly key: string; readonly label: string }[];
  /** Over several pipelines: created, responded, won. */
  readonly common: boolean;
  /** The region's first pipeline alone, as without any filter. */
  readonly usual: boolean;
}

/**
 * The plan of a funnel of the pipelines with these keys, else of the region's first; `by=pipeline` without keys takes all.
 * @throws Unprocessable `unknown_pipeline`
 */
export async function planQuery(
  read: Read,
  regionId: string,
  keys: readonly string[],
  byPipeline: boolean,
  language: Language,
): Promise<Plan> {
  const rows = await read(sql`
    select p.no, p.key, p.label, p.archived_at is not null as archived,
           coalesce((select json_agg(json_build_object('key', s.key, 'label', s.label) order by s.position) from stage s
                     where s.region_id = ${regionId} and s.pipeline_id = p.id and s.archived_at is null), '[]') as stages
    from pipeline p where p.region_id = ${regionId} order by p.position, p.no`);
  const all = z.array(PipelineRow).parse(rows);
  if (keys.some((key) => !all.some((pipeline) => pipeline.key === key)))
    throw new Unprocessable('unknown_pipeline', 'pipeline', 'There is no such pipeline');
  const first = all.find(({ archived }) => !archived) ?? all[0];
  const asked = keys.length ? all.filter(({ key }) => keys.includes(key)) : byPipeline ? all : first ? [first] : [];
  const common = byPipeline || asked.length !== 1;
  return {
    pipelines: asked,
    steps: common ? COMMON_STEPS.map((key) => ({ key, label: text(language, key) })) : asked[0]!.stages,
    common,
    usual: asked.length === 1 && asked[0] === first,
  };
}
