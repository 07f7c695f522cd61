/** Tokens of a region: /regions/{region}/tokens */
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import * as z from 'zod';
import { Answers } from '../platform/answers.ts';
import { ItemPath } from '../platform/page.schema.ts';
import { Allow } from './allow.ts';
import { MadeToken, NewToken, Token } from './token.schema.ts';
import { Tokens } from './tokens.ts';

@Controller('regions/:region/tokens')
export class TokenController {
  constructor(private readonly tokens: Tokens) {}

  @Get()
  @Allow('token.write')
  @Answers(z.object({ items: z.array(Token) }).meta({ id: 'TokenList' }))
  async list() {
    return { items: await this.tokens.list() };
  }

  @Post()
  @Allow('token.write')
  @Answers(MadeToken, { status: 201 })
  make(@Body({ schema: NewToken }) body: NewToken) {
    return this.tokens.make(body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('token.write')
  revoke(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.tokens.revoke(path.id);
  }
}
