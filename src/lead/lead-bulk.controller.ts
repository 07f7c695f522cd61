/** /regions/{region}/leads/bulk: many leads in one request, and who of them may be known already. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { DuplicateLists, DuplicateQueries, LeadRowResults, LeadRows } from './lead-bulk.schema.ts';
import { LeadsInBulk } from './lead-bulk.service.ts';

@Controller('regions/:region/leads/bulk')
export class LeadBulkController {
  constructor(private readonly leads: LeadsInBulk) {}

  /** Up to 500 rows, one answer each. */
  @Post()
  @HttpCode(200)
  @Allow('lead.write')
  @Answers(LeadRowResults)
  async log(@Body({ schema: LeadRows }) body: LeadRows) {
    return { items: await this.leads.log(body) };
  }

  @Post('duplicates')
  @HttpCode(200)
  @Allow('lead.read')
  @Answers(DuplicateLists)
  async like(@Body({ schema: DuplicateQueries }) body: DuplicateQueries) {
    return { items: await this.leads.like(body) };
  }
}
