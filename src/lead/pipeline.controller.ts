/** /regions/{region}/pipelines */
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import type * as z from 'zod';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { Pipeline, PipelineInput, PipelineTemplate } from './pipeline.schema.ts';
import { Pipelines } from './pipeline.service.ts';

const PipelinePage = pageOf(Pipeline).meta({ id: 'PipelinePage' });

@Controller('regions/:region/pipelines')
export class PipelineController {
  constructor(private readonly pipelines: Pipelines) {}

  @Get()
  @Allow('region.read')
  @Answers(PipelinePage)
  async list() {
    const items = await this.pipelines.list();
    return { items, nextCursor: null, total: items.length };
  }

  /** Switches a template on. */
  @Post()
  @Allow('pipeline.write')
  @Answers(Pipeline, { status: 201 })
  switchOn(@Body({ schema: PipelineTemplate }) { template }: z.infer<typeof PipelineTemplate>) {
    return this.pipelines.switchOn(template);
  }

  @Get(':id')
  @Allow('region.read')
  @Answers(Pipeline)
  read(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.pipelines.read(id);
  }

  @Put(':id')
  @Allow('pipeline.write')
  @Answers(Pipeline)
  change(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: PipelineInput }) body: PipelineInput) {
    return this.pipelines.change(id, body);
  }
}
