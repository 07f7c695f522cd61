/** /regions/{region}/duplicates: the work list of persons who may be one. */
import { Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { PairComparison } from './duplicate.comparison.ts';
import { DuplicatePairList } from './duplicate.list.ts';
import { ComparedPair, Decided, DuplicateList, DuplicatePairs, PairPath } from './duplicate.schema.ts';

@Controller('regions/:region/duplicates')
export class DuplicateController {
  constructor(
    private readonly pairs: DuplicatePairList,
    private readonly comparison: PairComparison,
  ) {}

  @Get()
  @Allow('lead.read')
  @Answers(DuplicatePairs)
  list(@Query({ schema: DuplicateList }) query: DuplicateList) {
    return this.pairs.list(query);
  }

  @Get(':a/:b')
  @Allow('lead.read')
  @Answers(ComparedPair)
  compare(@Param({ schema: PairPath }) { a, b }: PairPath) {
    return this.comparison.of(a, b);
  }

  /** They are two: the list does not show them again. */
  @Put(':a/:b/different')
  @Allow('lead.write')
  @Answers(Decided)
  different(@Param({ schema: PairPath }) { a, b }: PairPath) {
    return this.pairs.decide(a, b, true);
  }

  @Delete(':a/:b/different')
  @Allow('lead.write')
  @Answers(Decided)
  undecided(@Param({ schema: PairPath }) { a, b }: PairPath) {
    return this.pairs.decide(a, b, false);
  }
}
