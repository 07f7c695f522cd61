/** POST /regions/{region}/leads/{id}/notes */
import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { NoteInput } from './lead.schema.ts';
import { NoteAdded } from './note.schema.ts';
import { NoteService } from './note.service.ts';

@Controller('regions/:region/leads/:id/notes')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @Post()
  @Allow('lead.write')
  @Answers(NoteAdded, { status: 201 })
  add(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: NoteInput }) body: NoteInput) {
    return this.notes.add(path.id, body);
  }
}
