/** The board: a column for each step of a pipeline, with how many leads stand there and the newest of them. */
import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type * as z from 'zod';
import { NotFound } from '../platform/problem.ts';
import { every, LeadFilter } from './lead.filter.ts';
import { LeadReader } from './lead.reader.ts';
import type { Board, BoardQuery } from './lead.schema.ts';
import type { Pipeline } from './pipeline.schema.ts';
import { Pipelines } from './pipeline.service.ts';

const NEWEST = 50;

@Injectable()
export class Boards {
  constructor(
    private readonly pipelines: Pipelines,
    private readonly reader: LeadReader,
    private readonly filter: LeadFilter,
  ) {}

  /** Lost leads stand in no column; a lead at an archived step stands where that step counts. @throws NotFound for an unknown pipeline */
  async read({ pipeline: key, owner, q }: BoardQuery): Promise<z.input<typeof Board>> {
    const pipelines = await this.pipelines.list();
    const pipeline = key ? pipelines.find((one) => one.key === key) : pipelines[0];
    if (!pipeline) throw new NotFound('This pipeline');
    const places = await this.pipelines.columns(pipeline.id);
    const lines = await this.reader.lines({
      where: every([sql`w.key = ${pipeline.key} and j.stage <> 'lost'`, await this.filter.search({ owner, q })]),
      order: sql`j.created_at desc`,
      limit: NEWEST,
      per: sql`coalesce((${places.map(({ column }) => column)}::text[])[array_position(${places.map(({ key }) => key)}::text[], j.stage)], ${firstOf(pipeline)})`,
    });
    const columns = pipeline.stages.filter(({ archived }) => !archived);
    return {
      pipeline: pipeline.key,
      columns: columns.map(({ key: stage, label }) => {
        const items = lines.filter(({ per }) => per === stage);
        return { stage, label, total: items[0]?.total ?? 0, items };
      }),
    };
  }
}

const firstOf = ({ stages }: Pipeline): string => stages[0]!.key;
