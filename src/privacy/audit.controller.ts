/** GET /regions/{region}/audit: who read or changed what, for admins. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { pageOf, RegionPath } from '../platform/page.schema.ts';
import { AuditEntry, AuditList } from './audit.schema.ts';
import { Audits } from './audit.service.ts';

const AuditPage = pageOf(AuditEntry).meta({ id: 'AuditPage' });

@Controller('regions/:region/audit')
export class AuditController {
  constructor(private readonly audits: Audits) {}

  @Get()
  @Allow('privacy.write')
  @Answers(AuditPage)
  list(@Param({ schema: RegionPath }) _path: RegionPath, @Query({ schema: AuditList }) query: AuditList) {
    return this.audits.list(query);
  }
}
