/** GET /municipalities: the 308 of Finland, for anybody. */
import { Controller, Get } from '@nestjs/common';
import { Answers } from '../platform/answers.ts';
import { MUNICIPALITIES, MunicipalityOut } from '../platform/municipality.schema.ts';
import { pageOf } from '../platform/page.schema.ts';
import { Public } from '../platform/public.ts';

const MunicipalityPage = pageOf(MunicipalityOut).meta({ id: 'MunicipalityPage' });

@Controller('municipalities')
export class MunicipalityController {
  @Get()
  @Public()
  @Answers(MunicipalityPage)
  list() {
    return { items: MUNICIPALITIES, nextCursor: null, total: MUNICIPALITIES.length };
  }
}
