/** /regions/{region}/contact-persons */
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { VersionedBy } from '../platform/concurrency.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { Absences } from './absences.ts';
import { ContactDirectory } from './contact-directory.ts';
import {
  Away,
  ContactPerson,
  ContactPersonChange,
  ContactPersonInput,
  ContactPersonList,
  ContactPersonVersion,
  OwnProfileChange,
  SuggestQuery,
  Suggestion,
} from './contact-person.schema.ts';
import { ContactPersonService } from './contact-person.service.ts';
import { Leaving } from './leaving.ts';

const ContactPersonPage = pageOf(ContactPerson).meta({ id: 'ContactPersonPage' });
const SuggestionPage = pageOf(Suggestion).meta({ id: 'SuggestionPage' });

@Controller('regions/:region/contact-persons')
@VersionedBy(ContactPersonVersion)
export class ContactPersonController {
  constructor(
    private readonly directory: ContactDirectory,
    private readonly contactPersons: ContactPersonService,
    private readonly absences: Absences,
    private readonly leaving: Leaving,
  ) {}

  @Get()
  @Allow('contact.read')
  @Answers(ContactPersonPage)
  list(@Query({ schema: ContactPersonList }) query: ContactPersonList) {
    return this.directory.list(query);
  }

  @Get('suggest')
  @Allow('contact.read')
  @Answers(SuggestionPage)
  suggest(@Query({ schema: SuggestQuery }) query: SuggestQuery) {
    return this.directory.suggest(query);
  }

  @Post()
  @Allow('contact.write')
  @Answers(ContactPerson, { status: 201 })
  make(@Body({ schema: ContactPersonInput }) body: ContactPersonInput) {
    return this.contactPersons.make(body);
  }

  @Patch('own')
  @Allow('contact.own')
  @Answers(ContactPerson)
  changeOwn(@Body({ schema: OwnProfileChange }) body: OwnProfileChange) {
    return this.contactPersons.changeOwn(body);
  }

  @Get(':id')
  @Allow('contact.read')
  @Answers(ContactPerson)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.directory.one(path.id);
  }

  @Patch(':id')
  @Allow('contact.write')
  @Answers(ContactPerson)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: ContactPersonChange }) body: ContactPersonChange) {
    return this.contactPersons.change(path.id, body);
  }

  /** For admins, and for herself. */
  @Put(':id/away')
  @Allow('contact.away')
  @Answers(ContactPerson)
  async away(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: Away }) body: Away) {
    await this.absences.put(path.id, body);
    return this.directory.one(path.id);
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Allow('contact.write')
  @Answers(ContactPerson)
  async leave(@Param({ schema: ItemPath }) path: ItemPath) {
    await this.leaving.leave(path.id);
    return this.directory.one(path.id);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Allow('contact.write')
  @Answers(ContactPerson)
  async return(@Param({ schema: ItemPath }) path: ItemPath) {
    await this.leaving.return(path.id);
    return this.directory.one(path.id);
  }
}
