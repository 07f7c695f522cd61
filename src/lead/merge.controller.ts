/** /regions/{region}/leads/merge, /persons/merge and their undoing. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { LeadMergeInput, Merged, PersonMergeInput, Unmerged } from './merge.schema.ts';
import { Merges } from './merge.service.ts';
import { Unmerges } from './unmerge.service.ts';

@Controller('regions/:region')
export class MergeController {
  constructor(
    private readonly merges: Merges,
    private readonly unmerges: Unmerges,
  ) {}

  @Post('leads/merge')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Merged)
  leads(@Body({ schema: LeadMergeInput }) body: LeadMergeInput) {
    return this.merges.leads(body);
  }

  @Post('persons/merge')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Merged)
  people(@Body({ schema: PersonMergeInput }) body: PersonMergeInput) {
    return this.merges.people(body);
  }

  @Post('leads/:id/unmerge')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Unmerged)
  undoOf(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.unmerges.undoOf(id);
  }

  @Post('merges/:id/undo')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(Unmerged)
  undo(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.unmerges.undo(id);
  }
}
