/** /regions/{region} */
import { Body, Controller, Get, Patch } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { Region, RegionChange } from './region.schema.ts';
import { RegionService } from './region.service.ts';

@Controller('regions/:region')
export class RegionController {
  constructor(private readonly regions: RegionService) {}

  @Get()
  @Allow('region.read')
  @Answers(Region)
  one() {
    return this.regions.one();
  }

  @Patch()
  @Allow('region.write')
  @Answers(Region)
  change(@Body({ schema: RegionChange }) body: RegionChange) {
    return this.regions.change(body);
  }
}
