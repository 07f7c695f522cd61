/** GET /regions/{region}/reports/funnel, as JSON or as a file, and the leads behind each number. */
import { Controller, Get, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { RegionPath } from '../platform/page.schema.ts';
import { Reads } from '../platform/reads.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { FunnelLeadsService } from './funnel-leads.service.ts';
import { Funnel, FunnelLeads, FunnelLeadsQuery, FunnelQuery } from './funnel.schema.ts';
import { FunnelService } from './funnel.service.ts';
import { funnelSheets } from './funnel.sheets.ts';
import { acceptedFile, CSV, fileOf, XLSX } from './sheet.ts';
import { languageOf } from './texts.ts';

@Controller('regions/:region/reports/funnel')
@Reads('reporting')
export class FunnelController {
  constructor(
    private readonly scope: RegionScope,
    private readonly funnel: FunnelService,
    private readonly leads: FunnelLeadsService,
  ) {}

  @Get()
  @Allow('report.read')
  @ApiProduces('application/json', CSV, XLSX)
  @Answers(Funnel)
  async report(
    @Param({ schema: RegionPath }) _path: RegionPath,
    @Query({ schema: FunnelQuery }) query: FunnelQuery,
    @Headers('accept') accept?: string,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<Funnel | StreamableFile> {
    const { region } = this.scope.here;
    const language = languageOf(acceptLanguage, region.locale);
    const report = await this.funnel.report(query, language);
    const type = acceptedFile(accept);
    return type
      ? fileOf(
          type,
          `${region.slug}-${region.demo ? 'example-' : ''}funnel-${query.from}`,
          funnelSheets(report, query, { region, language }),
        )
      : report;
  }

  @Get('leads')
  @Allow('report.read')
  @Answers(FunnelLeads)
  behind(
    @Param({ schema: RegionPath }) _path: RegionPath,
    @Query({ schema: FunnelLeadsQuery }) query: FunnelLeadsQuery,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<FunnelLeads> {
    return this.leads.behind(query, languageOf(acceptLanguage, this.scope.here.region.locale));
  }
}
