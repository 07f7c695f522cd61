/** POST /regions/{region}/leads/{id}/outcomes */
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Outcome, OutcomeInput } from './outcome.schema.ts';
import { OutcomeService } from './outcome.service.ts';

@Controller('regions/:region/leads/:id/outcomes')
export class OutcomeController {
  constructor(private readonly outcomes: OutcomeService) {}

  @Post()
  @Allow('lead.write')
  @Answers(Outcome, { status: 201 })
  record(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: OutcomeInput }) body: OutcomeInput) {
    return this.outcomes.record(path.id, body);
  }
}
