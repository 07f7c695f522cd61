/** /regions/{region}/board */
import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { Boards } from './board.service.ts';
import { Board, BoardQuery } from './lead.schema.ts';

@Controller('regions/:region/board')
export class BoardController {
  constructor(private readonly boards: Boards) {}

  @Get()
  @Allow('lead.read')
  @Answers(Board)
  read(@Query({ schema: BoardQuery }) query: BoardQuery) {
    return this.boards.read(query);
  }
}
