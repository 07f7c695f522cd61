/** /regions/{region}/partners/{id}/processing-record */
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { ProcessingRecord, RecordInput } from './record.schema.ts';
import { ProcessingRecords } from './record.service.ts';

@Controller('regions/:region/partners/:id/processing-record')
export class RecordController {
  constructor(private readonly records: ProcessingRecords) {}

  @Get()
  @Allow('privacy.write')
  @Answers(ProcessingRecord)
  read(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.records.read(id);
  }

  @Put()
  @Allow('privacy.write')
  @Answers(ProcessingRecord)
  write(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: RecordInput }) body: RecordInput) {
    return this.records.write(id, body);
  }
}
