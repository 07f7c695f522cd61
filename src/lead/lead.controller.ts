/** /regions/{region}/leads: logging, listing, reading and correcting leads. */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { offsetOf, pageFrom } from '../platform/paging.ts';
import { Duplicates } from './duplicate.service.ts';
import { LeadChanges } from './lead.change.ts';
import { LeadFilter } from './lead.filter.ts';
import { LeadPages } from './lead.page.ts';
import { LeadReader } from './lead.reader.ts';
import { DuplicateQuery, Lead, LeadChange, LeadInput, LeadItem, LeadList, PossibleDuplicate } from './lead.schema.ts';
import { Leads } from './lead.service.ts';

const LeadItemPage = pageOf(LeadItem).meta({ id: 'LeadPage' });
const DuplicatePage = pageOf(PossibleDuplicate).meta({ id: 'DuplicatePage' });

const ORDER: Readonly<Record<LeadList['sort'], Sql>> = {
  '-createdAt': sql`j.created_at desc`,
  createdAt: sql`j.created_at`,
  name: sql`lower(p.name)`,
  '-touchedAt': sql`j.touched_at desc`,
  touchedAt: sql`j.touched_at`,
};

@Controller('regions/:region/leads')
export class LeadController {
  constructor(
    private readonly leads: Leads,
    private readonly changes: LeadChanges,
    private readonly pages: LeadPages,
    private readonly reader: LeadReader,
    private readonly filter: LeadFilter,
    private readonly duplicates: Duplicates,
  ) {}

  @Post()
  @Allow('lead.write')
  @Answers(Lead, { status: 201 })
  log(@Body({ schema: LeadInput }) body: LeadInput) {
    return this.leads.log(body);
  }

  @Get()
  @Allow('lead.read')
  @Answers(LeadItemPage)
  async list(@Query({ schema: LeadList }) query: LeadList) {
    const where = await this.filter.of(query);
    return pageFrom(await this.reader.lines({ where, order: ORDER[query.sort], limit: query.limit, offset: offsetOf(query) }), query);
  }

  /** Who may be the same person, before a lead is saved. */
  @Get('duplicates')
  @Allow('lead.read')
  @Answers(DuplicatePage)
  async like(@Query({ schema: DuplicateQuery }) query: DuplicateQuery) {
    const items = await this.duplicates.like(query);
    return { items, nextCursor: null, total: items.length };
  }

  @Get(':id')
  @Allow('lead.read')
  @Answers(Lead)
  read(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.pages.read(id);
  }

  @Patch(':id')
  @Allow('lead.write')
  @Answers(Lead)
  change(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: LeadChange }) body: LeadChange) {
    return this.changes.change(id, body);
  }
}
