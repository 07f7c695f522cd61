/** /regions/{region}/channels */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Allow } from '../access/allow.ts';
import { Answers } from '../platform/answers.ts';
import { pageOf } from '../platform/page.schema.ts';
import { Channel, ChannelInput, ChannelList, ChannelPath } from './channel.schema.ts';
import { ChannelService } from './channel.service.ts';

const ChannelPage = pageOf(Channel).meta({ id: 'ChannelPage' });

@Controller('regions/:region/channels')
export class ChannelController {
  constructor(private readonly channels: ChannelService) {}

  @Get()
  @Allow('region.read')
  @Answers(ChannelPage)
  list(@Query({ schema: ChannelList }) query: ChannelList) {
    return this.channels.list(query);
  }

  @Post()
  @Allow('region.write')
  @Answers(Channel, { status: 201 })
  make(@Body({ schema: ChannelInput }) body: ChannelInput) {
    return this.channels.make(body.label);
  }

  /** Archives it. */
  @Delete(':key')
  @Allow('region.write')
  @Answers(Channel)
  archive(@Param({ schema: ChannelPath }) path: ChannelPath) {
    return this.channels.archive(path.key);
  }

  @Post(':key/restore')
  @HttpCode(200)
  @Allow('region.write')
  @Answers(Channel)
  restore(@Param({ schema: ChannelPath }) path: ChannelPath) {
    return this.channels.restore(path.key);
  }
}
