/** GET /regions/{region}/reports/coverage, as JSON or as a file. */
import { Controller, Get, Headers, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { RegionPath } from '../platform/page.schema.ts';
import { Reads } from '../platform/reads.ts';
import { RegionScope } from '../platform/region-scope.ts';
import { Coverage, CoverageQuery } from './coverage.schema.ts';
import { CoverageService } from './coverage.service.ts';
import { coverageSheets } from './coverage.sheets.ts';
import { acceptedFile, CSV, fileOf, XLSX } from './sheet.ts';
import { languageOf } from './texts.ts';

@Controller('regions/:region/reports/coverage')
@Reads('reporting')
export class CoverageController {
  constructor(
    private readonly scope: RegionScope,
    private readonly coverage: CoverageService,
  ) {}

  @Get()
  @Allow('report.read')
  @ApiProduces('application/json', CSV, XLSX)
  @Answers(Coverage)
  async report(
    @Param({ schema: RegionPath }) _path: RegionPath,
    @Query({ schema: CoverageQuery }) query: CoverageQuery,
    @Headers('accept') accept?: string,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<Coverage | StreamableFile> {
    const { region } = this.scope.here;
    const language = languageOf(acceptLanguage, region.locale);
    const report = await this.coverage.report(query, language);
    const type = acceptedFile(accept);
    if (!type) return report;
    const name = `${region.slug}-${region.demo ? 'example-' : ''}coverage-${query.from}`;
    return fileOf(type, name, coverageSheets(report, query, { region, language }));
  }
}
