/** /regions/{region}/follow-ups */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { FollowUpService } from './follow-up.service.ts';
import { FollowUp, FollowUpAnswer, FollowUpAnswered, FollowUpList } from './outcome.schema.ts';

const FollowUpPage = pageOf(FollowUp).meta({ id: 'FollowUpPage' });

@Controller('regions/:region/follow-ups')
export class FollowUpController {
  constructor(private readonly followUps: FollowUpService) {}

  @Get()
  @Allow('lead.read')
  @Answers(FollowUpPage)
  list(@Query({ schema: FollowUpList }) query: FollowUpList) {
    return this.followUps.list(query);
  }

  @Post(':id')
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(FollowUpAnswered)
  answer(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: FollowUpAnswer }) body: FollowUpAnswer) {
    return this.followUps.answer(path.id, body);
  }
}
