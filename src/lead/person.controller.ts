/** /regions/{region}/persons/{id} */
import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Person, PersonChange } from './person.schema.ts';
import { Persons } from './person.service.ts';

@Controller('regions/:region/persons')
export class PersonController {
  constructor(private readonly persons: Persons) {}

  @Get(':id')
  @Allow('lead.read')
  @Answers(Person)
  read(@Param({ schema: ItemPath }) { id }: ItemPath) {
    return this.persons.read(id);
  }

  @Patch(':id')
  @Allow('lead.write')
  @Answers(Person)
  change(@Param({ schema: ItemPath }) { id }: ItemPath, @Body({ schema: PersonChange }) body: PersonChange) {
    return this.persons.change(id, body);
  }
}
