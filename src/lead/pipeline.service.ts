/** Pipelines: the ordered steps of a lead, which each region edits. Keys never change, and a step with history is never deleted. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { insertMany } from '../platform/bulk.ts';
import { Concurrency } from '../platform/concurrency.ts';
import { Counter } from '../platform/counter.ts';
import { newId } from '../platform/id.ts';
import { Conflict, NotFound, Unprocessable } from '../platform/problem.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Pipeline, type PipelineInput } from './pipeline.schema.ts';
import { planStages, type StagePlan, type Standing } from './pipeline.stages.ts';
import { TEMPLATES, type TemplateKey, wordIn } from './pipeline.templates.ts';

const STAGE = { region_id: 'uuid', pipeline_id: 'uuid', key: 'text', label: 'text', position: 'int' } as const;

@Injectable()
export class Pipelines {
  constructor(
    private readonly scope: RegionScope,
    private readonly counter: Counter,
    private readonly concurrency: Concurrency,
  ) {}

  /** All pipelines in their order, the archived ones last; steps in their order, the archived ones last. */
  list(): Promise<Pipeline[]> {
    return this.scope.rows<Pipeline>(sql`
      select w.id, w.key, w.label, w.intent, w.follow_up_months as "followUpMonths", w.follow_up_from as "followUpFrom", w.archived_at is not null as archived,
             (select json_agg(json_build_object('key', s.key, 'label', s.label, 'archived', s.archived_at is not null)
                order by s.archived_at is not null, s.position, s.key)
              from stage s where s.region_id = w.region_id and s.pipeline_id = w.id) as stages
      from pipeline w where w.region_id = ${this.scope.here.regionId}
      order by w.archived_at is not null, w.position, w.no`);
  }

  /** @throws NotFound */
  async read(id: string): Promise<Pipeline> {
    const found = (await this.list()).find((pipeline) => pipeline.id === id.toLowerCase());
    if (!found) throw new NotFound('This pipeline');
    return found;
  }

  /**
   * The pipeline a new lead begins in: the named one, else the one of its wish, else the region's first.
   * @throws Unprocessable `unknown_pipeline` or `archived_pipeline` at `pipeline`
   */
  async forLead(key: string | undefined, intent: string): Promise<{ readonly id: string; readonly key: string }> {
    const row = await this.scope.row<{ id: string; key: string; archived: boolean }>(sql`
      select id, key, archived_at is not null as archived from pipeline
      where region_id = ${this.scope.here.regionId} and case when ${key ?? null}::text is null then archived_at is null else key = ${key ?? null}::text end
      order by intent is not distinct from ${intent} desc, position, no limit 1`);
    if (!row) throw new Unprocessable('unknown_pipeline', 'pipeline', 'There is no such pipeline');
    if (row.archived) throw new Unprocessable('archived_pipeline', 'pipeline', 'This pipeline is not in use any more');
    return row;
  }

  /** For each step of a pipeline the active one that it counts as: itself, or what an archived one stands behind. */
  columns(id: string): Promise<{ readonly key: string; readonly column: string }[]> {
    return this.scope.rows(sql`
      select s.key, coalesce(
        (select a.key from stage a where a.region_id = s.region_id and a.pipeline_id = s.pipeline_id and a.archived_at is null
           and a.position <= s.position order by a.position desc limit 1),
        (select a.key from stage a where a.region_id = s.region_id and a.pipeline_id = s.pipeline_id and a.archived_at is null
           order by a.position limit 1)) as column
      from stage s where s.region_id = ${this.scope.here.regionId} and s.pipeline_id = ${id}`);
  }

  /**
   * Renames, reorders, adds and removes steps, archives or restores the pipeline. When the order of steps changes, the journeys
   * of its leads are built anew in the same transaction.
   * @throws NotFound, Stale, Conflict `last_pipeline`, Unprocessable `unknown_stage` or `same_stage` at the step
   */
  async change(id: string, { label, stages, archived }: PipelineInput): Promise<Pipeline> {
    const { regionId } = this.scope.here;
    await this.lock();
    const current = await this.read(id);
    this.concurrency.check(Pipeline, current);
    const plan = planStages(await this.standing(current.id), stages);
    await this.write(current.id, plan);
    if (archived && !current.archived) await this.mustLeaveOne(current.id);
    await this.scope.rows(sql`
      update pipeline set label = ${label}, archived_at = case when ${archived ?? current.archived} then coalesce(archived_at, now()) end
      where region_id = ${regionId} and id = ${current.id}`);
    if (plan.reordered) await this.scope.rows(sql`select rebuild_projections(${regionId}, ${current.id})`);
    return this.read(current.id);
  }

  /** Switches a template on, or an archived one of its kind again. @throws Conflict `already_there` */
  async switchOn(template: TemplateKey): Promise<Pipeline> {
    const { regionId } = this.scope.here;
    await this.lock();
    const present = (await this.list()).find(({ key }) => key === template);
    if (present && !present.archived) throw new Conflict('already_there', 'template', 'This pipeline is in use already');
    if (!present) return this.read(await this.add(template));
    await this.scope.rows(sql`update pipeline set archived_at = null where region_id = ${regionId} and id = ${present.id}`);
    return this.read(present.id);
  }

  /** Adds a template's pipeline behind the others, in the region's language; its id. */
  async add(template: TemplateKey): Promise<string> {
    const { regionId, region } = this.scope.here;
    const { label, intent, followUpMonths, followUpFrom, stages } = TEMPLATES[template];
    const id = newId();
    const no = await this.counter.next('pipeline');
    await this.scope.rows(sql`
      insert into pipeline (region_id, id, no, key, label, intent, follow_up_months, follow_up_from, position)
      values (${regionId}, ${id}, ${no}, ${template}, ${wordIn(label, region.locale)}, ${intent}, ${followUpMonths}, ${followUpFrom}, ${no})`);
    await this.addStages(
      id,
      stages.map(([key, words], at) => ({ key, label: wordIn(words, region.locale), position: at + 1 })),
    );
    return id;
  }

  private standing(id: string): Promise<Standing[]> {
    return this.scope.rows<Standing>(sql`
      select key, label, position, archived_at is not null as archived from stage
      where region_id = ${this.scope.here.regionId} and pipeline_id = ${id} order by position, archived_at is not null, key`);
  }

  private async write(id: string, { kept, added, removed }: StagePlan): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`
      update stage s set label = n.label, position = n.position, archived_at = null
      from unnest(${kept.map(({ key }) => key)}::text[], ${kept.map(({ label }) => label)}::text[], ${kept.map(({ position }) => position)}::int[])
        n (key, label, position)
      where s.region_id = ${regionId} and s.pipeline_id = ${id} and s.key = n.key`);
    await this.addStages(id, added);
    await this.scope.rows(sql`
      with used as (
        select distinct c.stage from stage_change c join lead l on l.region_id = c.region_id and l.id = c.lead_id
        where c.region_id = ${regionId} and l.pipeline_id = ${id} and c.stage = any(${removed.map(({ key }) => key)}::text[])),
      forgotten as (
        delete from stage s where s.region_id = ${regionId} and s.pipeline_id = ${id}
          and s.key = any(${removed.map(({ key }) => key)}::text[]) and s.key not in (select stage from used))
      update stage s set archived_at = coalesce(s.archived_at, now()), position = n.position
      from unnest(${removed.map(({ key }) => key)}::text[], ${removed.map(({ position }) => position)}::int[]) n (key, position)
      where s.region_id = ${regionId} and s.pipeline_id = ${id} and s.key = n.key and s.key in (select stage from used)`);
  }

  private addStages(pipelineId: string, stages: readonly { key: string; label: string; position: number }[]): Promise<void> {
    const { manager, regionId } = this.scope.here;
    return insertMany(
      manager,
      'stage',
      STAGE,
      stages.map((stage) => ({ region_id: regionId, pipeline_id: pipelineId, ...stage })),
    );
  }

  private async mustLeaveOne(id: string): Promise<void> {
    const [other] = await this.scope.rows(sql`
      select from pipeline where region_id = ${this.scope.here.regionId} and id <> ${id} and archived_at is null limit 1`);
    if (!other) throw new Conflict('last_pipeline', 'archived', 'New leads need a pipeline');
  }

  /** Two who edit pipelines of a region wait for each other; moves to a stage, which lock its row, wait for both. */
  private async lock(): Promise<void> {
    const { regionId } = this.scope.here;
    await this.scope.rows(sql`select from pipeline where region_id = ${regionId} order by id for update`);
    await this.scope.rows(sql`select from stage where region_id = ${regionId} order by pipeline_id, key for update`);
  }
}
