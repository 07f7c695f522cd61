/** /regions/{region}/members */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { ItemPath, pageOf } from '../platform/page.schema.ts';
import { MemberDirectory } from './member-directory.ts';
import { Member, MemberChange, MemberList, NewMember } from './member.schema.ts';
import { MemberService } from './member.service.ts';
import { NewMembers } from './new-member.service.ts';

const MemberPage = pageOf(Member).meta({ id: 'MemberPage' });

@Controller('regions/:region/members')
export class MemberController {
  constructor(
    private readonly directory: MemberDirectory,
    private readonly newMembers: NewMembers,
    private readonly members: MemberService,
  ) {}

  @Get()
  @Allow('member.read')
  @Answers(MemberPage)
  list(@Query({ schema: MemberList }) query: MemberList) {
    return this.directory.list(query);
  }

  @Post()
  @Allow('member.write')
  @Answers(Member, { status: 201 })
  make(@Body({ schema: NewMember }) body: NewMember) {
    return this.newMembers.make(body);
  }

  @Get(':id')
  @Allow('member.read')
  @Answers(Member)
  one(@Param({ schema: ItemPath }) path: ItemPath) {
    return this.directory.one(path.id);
  }

  @Patch(':id')
  @Allow('member.write')
  @Answers(Member)
  change(@Param({ schema: ItemPath }) path: ItemPath, @Body({ schema: MemberChange }) body: MemberChange) {
    return this.members.change(path.id, body);
  }
}
